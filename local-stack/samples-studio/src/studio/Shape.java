package studio;

/** Something solid in a set. */
interface Shape {

    /** Distance along the ray to the first hit nearer than {@code tMax}, or infinity. */
    double hit(Ray ray, double tMax);

    /** Outward unit normal at a point of the surface. */
    Vec normal(Vec point);

    Material material(Vec point);

    /** The box around the shape, or null for one without end. */
    Box bounds();
}
