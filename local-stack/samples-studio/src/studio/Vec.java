package studio;

/** A point (centimetres), a direction, or a linear RGB colour. x is right, y is up, z is towards the viewer. */
record Vec(double x, double y, double z) {

    static final Vec ZERO = new Vec(0, 0, 0);
    static final Vec ONE = new Vec(1, 1, 1);

    static Vec of(double x, double y, double z) {
        return new Vec(x, y, z);
    }

    /** The linear colour of an sRGB hex value such as 0xC65F3E. */
    static Vec srgb(int hex) {
        return new Vec(linear(hex >> 16 & 255), linear(hex >> 8 & 255), linear(hex & 255));
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    Vec plus(Vec v) {
        return new Vec(x + v.x, y + v.y, z + v.z);
    }

    Vec minus(Vec v) {
        return new Vec(x - v.x, y - v.y, z - v.z);
    }

    Vec times(double s) {
        return new Vec(x * s, y * s, z * s);
    }

    Vec times(Vec v) {
        return new Vec(x * v.x, y * v.y, z * v.z);
    }

    double dot(Vec v) {
        return x * v.x + y * v.y + z * v.z;
    }

    Vec cross(Vec v) {
        return new Vec(y * v.z - z * v.y, z * v.x - x * v.z, x * v.y - y * v.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vec unit() {
        return times(1 / length());
    }

    double max() {
        return Math.max(x, Math.max(y, z));
    }

    Vec mix(Vec v, double t) {
        return new Vec(x + (v.x - x) * t, y + (v.y - y) * t, z + (v.z - z) * t);
    }

    /** This direction turned into a frame whose y axis is {@code normal}; y of this is the cosine to it. */
    Vec around(Vec normal) {
        Vec side = (Math.abs(normal.x) > 0.9 ? new Vec(0, 1, 0) : new Vec(1, 0, 0))
                .cross(normal)
                .unit();
        Vec other = normal.cross(side);
        return side.times(x).plus(normal.times(y)).plus(other.times(z));
    }

    /** Mirror image of this incoming direction at a surface with the given normal. */
    Vec mirror(Vec normal) {
        return minus(normal.times(2 * dot(normal)));
    }
}
