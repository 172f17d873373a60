package studio;

/** A half line; the reciprocals of its direction are kept because every box test wants them. */
final class Ray {

    private final Vec from;
    private final Vec to;
    final double inverseX;
    final double inverseY;
    final double inverseZ;

    Ray(Vec from, Vec to) {
        this.from = from;
        this.to = to;
        inverseX = 1 / to.x();
        inverseY = 1 / to.y();
        inverseZ = 1 / to.z();
    }

    Vec from() {
        return from;
    }

    Vec to() {
        return to;
    }

    Vec at(double t) {
        return new Vec(from.x() + to.x() * t, from.y() + to.y() * t, from.z() + to.z() * t);
    }
}
