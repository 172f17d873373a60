package studio;

/** How lacquer, metal and opal glass look from one point of view. */
final class Glint {

    /** Coats smoother than this find the lamps by mirrored paths, rougher ones by {@link #lamp}. */
    static final double SMOOTH = 0.15;

    private Glint() {}

    /** The mirrored share of light, by Schlick's rule. */
    static double mirror(Material material, double facing) {
        if (material.metal()) {
            return 1;
        }
        double shine = material.shine();
        return shine == 0 ? 0 : shine + (1 - shine) * Math.pow(1 - facing, 5) * (1 - material.roughness());
    }

    /** A glowing ball as the camera sees it: darker towards its edge, and never so bright that its colour is lost. */
    static Vec opal(Material material, double facing) {
        return material.glow().times((1.1 + 1.5 * facing) / material.glow().max());
    }

    static Vec sun(Scene scene, Ray ray, Vec point, Vec normal, Material material, Vec colour) {
        Sun sun = scene.sun();
        if (sun == null) {
            return Vec.ZERO;
        }
        double a = width(material);
        double value = Math.min(8, lobe(ray, normal, sun.towards(), a) * sun.shine(point));
        if (value < 1e-3 || scene.space().isBlocked(new Ray(point, sun.towards()), 1e6, null)) {
            return Vec.ZERO;
        }
        return tint(material, colour).times(sun.light()).times(value);
    }

    /**
     * The highlight of a glowing ball: the point of it nearest to the mirrored ray stands for all of it, and the lobe
     * is widened by its size (Karis, "Real Shading in Unreal Engine 4", 2013).
     */
    static Vec lamp(Scene scene, Scene.Glow glow, Ray ray, Vec point, Vec normal, Material material, Vec colour) {
        Vec out = ray.to().mirror(normal);
        Vec to = glow.centre().minus(point);
        Vec miss = out.times(to.dot(out)).minus(to);
        Vec nearest = to.plus(miss.times(Math.min(1, glow.radius() / Math.max(1e-6, miss.length()))));
        double distance = nearest.length();
        Vec towards = nearest.times(1 / distance);
        double a = width(material);
        double wide = Math.min(1, a + glow.radius() / (2 * distance));
        double sin = Math.min(1, glow.radius() / to.length());
        double solid = 2 * Math.PI * (1 - Math.sqrt(1 - sin * sin));
        double value = Math.min(1.5, lobe(ray, normal, towards, a) * (a / wide) * (a / wide) * solid);
        if (value < 1e-4
                || scene.space().isBlocked(new Ray(point, towards), distance - glow.radius() * 0.2, glow.shape())) {
            return Vec.ZERO;
        }
        return tint(material, colour).times(glow.radiance()).times(value);
    }

    private static double width(Material material) {
        return Math.max(0.02, material.roughness() * material.roughness());
    }

    private static Vec tint(Material material, Vec colour) {
        return material.metal() ? colour : Vec.ONE.times(material.shine());
    }

    /** GGX reflection towards a light, times the cosine, without the Fresnel factor. */
    private static double lobe(Ray ray, Vec normal, Vec towards, double a) {
        double lit = normal.dot(towards);
        double facing = -normal.dot(ray.to());
        if (lit <= 0 || facing <= 0) {
            return 0;
        }
        double cos = Math.max(0, towards.minus(ray.to()).unit().dot(normal));
        double d = cos * cos * (a * a - 1) + 1;
        double k = a / 2;
        return a * a / (Math.PI * d * d) * lit / ((facing * (1 - k) + k) * (lit * (1 - k) + k)) / 4;
    }
}
