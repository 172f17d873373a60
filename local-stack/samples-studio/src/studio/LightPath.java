package studio;

/** One path of light, followed backwards from the camera and noted on the film at every meeting with a light. */
final class LightPath {

    private static final int BOUNCES = 6;

    /** The most that bounced light may add to a sample: a rare path brighter than this is a spark, not a picture. */
    private static final double CLAMP = 5;

    private final Scene scene;
    private final Film film;
    private final int pixel;
    private final double weight;
    private final Sampler random;
    private final boolean whole;
    private Vec strength = Vec.ONE;
    private boolean diffused;

    LightPath(Scene scene, Film film, int pixel, double weight, Sampler random, boolean whole) {
        this.scene = scene;
        this.film = film;
        this.pixel = pixel;
        this.weight = weight;
        this.random = random;
        this.whole = whole;
    }

    void follow(Ray first) {
        follow(first, 0, true);
    }

    private void follow(Ray first, int start, boolean seesLamps) {
        Ray ray = first;
        boolean mirrored = seesLamps;
        for (int depth = start; depth < BOUNCES; depth++) {
            Space.Hit hit = scene.space().nearest(ray);
            if (hit == null) {
                add(Light.SKY, (depth == 0 ? scene.backdrop() : scene.sky()).apply(ray.to()));
                if (depth == 0) {
                    note(Vec.ZERO, Vec.ONE, 1e4);
                }
                return;
            }
            Vec point = hit.point();
            Material material = hit.shape().material(point);
            Vec normal = hit.shape().normal(point);
            if (normal.dot(ray.to()) > 0) {
                normal = normal.minus(ray.to().times(1.02 * normal.dot(ray.to())))
                        .unit();
            }
            double facing = Math.max(1e-3, -normal.dot(ray.to()));
            if (material.glow().max() > 0) {
                if (mirrored && (whole || depth > 0)) {
                    add(group(hit.shape()), Glint.opal(material, facing));
                }
                if (depth > 0) {
                    return;
                }
            }
            Vec colour = material.colour().apply(point);
            if (depth == 0) {
                note(normal, whole ? colour : Vec.ONE, hit.t());
            }
            point = point.plus(normal.times(0.012));
            double mirror = Glint.mirror(material, facing);
            if (material.through() != null && (whole || depth > 0)) {
                add(group(hit.shape()), material.through().apply(point));
            }
            if (depth == 0 && !whole) {
                mirror = 0;
                colour = Vec.ONE;
            }
            if (mirror > 0) {
                glints(ray, point, normal, material, colour);
            }
            if (depth == 0 && mirror > 0 && !material.metal()) {
                // What the eye sees first decides the noise: follow both the coat's reflection and the paint below.
                Vec out = ray.to().mirror(facet(normal, material.roughness()));
                if (out.dot(normal) > 0) {
                    Vec kept = strength;
                    strength = strength.times(mirror);
                    follow(new Ray(point, out.unit()), 1, material.roughness() < Glint.SMOOTH);
                    strength = kept.times(1 - mirror);
                    diffused = false;
                }
                mirror = 0;
            }
            if (mirror > 0 && random.next() < mirror) {
                if (material.metal()) {
                    strength = strength.times(colour.mix(Vec.ONE, Math.pow(1 - facing, 5)));
                }
                Vec out = ray.to().mirror(facet(normal, material.roughness()));
                if (out.dot(normal) <= 0) {
                    return;
                }
                ray = new Ray(point, out.unit());
                mirrored = material.roughness() < Glint.SMOOTH;
            } else {
                strength = strength.times(colour);
                lamps(point, normal);
                sun(point, normal);
                double u = random.next();
                double angle = 2 * Math.PI * random.next();
                double r = Math.sqrt(u);
                ray = new Ray(
                        point,
                        Vec.of(r * Math.cos(angle), Math.sqrt(1 - u), r * Math.sin(angle))
                                .around(normal));
                mirrored = false;
                diffused = true;
            }
            if (depth > 1) {
                double stay = Math.min(0.95, strength.max());
                if (random.next() >= stay) {
                    return;
                }
                strength = strength.times(1 / stay);
            }
        }
    }

    private Vec facet(Vec normal, double roughness) {
        double a = roughness * roughness;
        double u = random.next();
        double angle = 2 * Math.PI * random.next();
        double cos = Math.sqrt((1 - u) / (1 + (a * a - 1) * u));
        double sin = Math.sqrt(1 - cos * cos);
        return Vec.of(sin * Math.cos(angle), cos, sin * Math.sin(angle)).around(normal);
    }

    /** Light of the lamps, of each at first sight and of a random one after a bounce. */
    private void lamps(Vec point, Vec normal) {
        int count = scene.lamps().size();
        if (!diffused) {
            int shots = count == 1 ? 3 : 1;
            for (Scene.Glow glow : scene.lamps()) {
                for (int i = 0; i < shots; i++) {
                    lamp(glow, point, normal, 1.0 / shots);
                }
            }
        } else if (count > 0) {
            lamp(scene.lamps().get(count == 1 ? 0 : (int) (random.next() * count)), point, normal, count);
        }
    }

    /** Light of one lamp, through a random point of the disc it shows. */
    private void lamp(Scene.Glow glow, Vec point, Vec normal, double times) {
        Vec to = glow.centre().minus(point);
        double distance = to.length();
        double u = random.next();
        double angle = 2 * Math.PI * random.next();
        if (distance <= glow.radius() * 1.01) {
            return;
        }
        double sinMax = glow.radius() / distance;
        double cosMax = Math.sqrt(1 - sinMax * sinMax);
        double cos = 1 - u * (1 - cosMax);
        double sin = Math.sqrt(Math.max(0, 1 - cos * cos));
        Vec ray = Vec.of(sin * Math.cos(angle), cos, sin * Math.sin(angle)).around(to.times(1 / distance));
        double facing = ray.dot(normal);
        if (facing <= 0) {
            return;
        }
        if (scene.space().isBlocked(new Ray(point, ray), distance * cos - glow.radius() * 0.2, glow.shape())) {
            return;
        }
        // Density of the cone is 1 / (2 pi (1 - cosMax)), the surface scatters facing / pi.
        add(group(glow.shape()), glow.radiance().times(2 * (1 - cosMax) * facing * times));
    }

    /** The light group of a lamp, told by its ball or its shade. */
    private int group(Shape part) {
        int first = Light.LAMP.ordinal();
        if (film.light.length > first + 1) {
            for (int i = 0; i < scene.lamps().size(); i++) {
                if (scene.lamps().get(i).shape() == part || scene.lamps().get(i).shade() == part) {
                    return first + i;
                }
            }
        }
        return first;
    }

    private void sun(Vec point, Vec normal) {
        Sun sun = scene.sun();
        if (sun == null) {
            return;
        }
        double facing = normal.dot(sun.towards());
        double shine = facing <= 0 ? 0 : sun.shine(point);
        if (shine <= 0.001 || scene.space().isBlocked(new Ray(point, sun.towards()), 1e6, null)) {
            return;
        }
        add(diffused ? Light.SUN_BOUNCE : Light.SUN, sun.light().times(facing * shine / Math.PI));
    }

    /** The highlights of sun and lamps, found without waiting for a mirrored path to meet them. */
    private void glints(Ray ray, Vec point, Vec normal, Material material, Vec colour) {
        if (!diffused) {
            add(Light.SUN, Glint.sun(scene, ray, point, normal, material, colour));
        }
        if (material.roughness() >= Glint.SMOOTH) {
            for (Scene.Glow glow : scene.lamps()) {
                add(group(glow.shape()), Glint.lamp(scene, glow, ray, point, normal, material, colour));
            }
        }
    }

    private void add(Light group, Vec light) {
        add(group.ordinal(), light);
    }

    private void add(int group, Vec light) {
        Vec value = light.times(strength);
        if (diffused) {
            double max = value.max();
            if (max > CLAMP) {
                value = value.times(CLAMP / max);
            }
        }
        Film.add(film.light[group], pixel, value, weight);
    }

    private void note(Vec normal, Vec colour, double depth) {
        Film.add(film.normal, pixel, normal, weight);
        Film.add(film.colour, pixel, colour, weight);
        film.depth[pixel] += (float) (depth * weight);
    }
}
