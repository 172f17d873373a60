package studio;

record Ray(Vec from, Vec to) {

    Vec at(double t) {
        return new Vec(from.x() + to.x() * t, from.y() + to.y() * t, from.z() + to.z() * t);
    }
}
