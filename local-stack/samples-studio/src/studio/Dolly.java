package studio;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shoots frames of a moving camera in a still set at a small part of a path tracer's cost: the slow light, which does
 * not depend on the point of view, comes from a few {@link View}s along the way; only what the eye sees is traced anew.
 */
final class Dolly {

    private static final int EDGE_SAMPLES = 8;

    private final Scene scene;
    private final List<View> views;

    Dolly(Scene scene, List<View> views) {
        this.scene = scene;
        this.views = views;
    }

    /**
     * One frame in linear light.
     *
     * @param along place of the camera among the views, 0 at the first, 1 at the last
     * @param weights brightness of each light group
     */
    float[] frame(Camera camera, double along, double[] weights, int width, int height) {
        views.forEach(view -> view.mix(weights));
        float[] out = new float[width * height * 3];
        Shape[] shapes = new Shape[width * height];
        Vec[] normals = new Vec[width * height];
        IntStream.range(0, height).parallel().forEach(y -> {
            Eye eye = new Eye(along, weights);
            for (int x = 0; x < width; x++) {
                int p = y * width + x;
                Film.add(out, p, eye.see(ray(camera, x + 0.5, y + 0.5, width, height)), 1);
                shapes[p] = eye.shape;
                normals[p] = eye.normal;
            }
        });
        float[] smooth = out.clone();
        IntStream.range(1, height - 1).parallel().forEach(y -> {
            Eye eye = new Eye(along, weights);
            for (int x = 1; x < width - 1; x++) {
                int p = y * width + x;
                if (isEdge(shapes, normals, p, width)) {
                    Vec sum = Vec.ZERO;
                    for (int n = 0; n < EDGE_SAMPLES; n++) {
                        double u = (n + 0.5) / EDGE_SAMPLES;
                        double v = (n * 0.618034 + 0.31) % 1;
                        sum = sum.plus(eye.see(ray(camera, x + u, y + v, width, height)));
                    }
                    smooth[p * 3] = (float) (sum.x() / EDGE_SAMPLES);
                    smooth[p * 3 + 1] = (float) (sum.y() / EDGE_SAMPLES);
                    smooth[p * 3 + 2] = (float) (sum.z() / EDGE_SAMPLES);
                }
            }
        });
        return smooth;
    }

    private static Ray ray(Camera camera, double x, double y, int width, int height) {
        return camera.ray((x - width / 2.0) / (height / 2.0), (height / 2.0 - y) / (height / 2.0), 0, 0);
    }

    private static boolean isEdge(Shape[] shapes, Vec[] normals, int p, int width) {
        for (int q : new int[] {p - 1, p + 1, p - width, p + width}) {
            if (shapes[q] != shapes[p] || shapes[p] != null && normals[q].dot(normals[p]) < 0.97) {
                return true;
            }
        }
        return false;
    }

    private final class Eye {
        private final double along;
        private final double[] weights;
        private final double[] sum = new double[4];
        private Shape shape;
        private Vec normal;

        Eye(double along, double[] weights) {
            this.along = along;
            this.weights = weights;
        }

        Vec see(Ray ray) {
            Space.Hit hit = scene.space().nearest(ray);
            if (hit == null) {
                shape = null;
                normal = Vec.ZERO;
                return scene.backdrop().apply(ray.to()).times(weights[0]);
            }
            Vec n = hit.shape().normal(hit.point());
            double facing = Math.max(1e-3, -n.dot(ray.to()));
            Material material = hit.shape().material(hit.point());
            Vec light = surface(hit, material, facing);
            double mirror = Glint.mirror(material, facing);
            if (mirror > 0) {
                Vec point = hit.point().plus(n.times(0.012));
                Vec colour = material.colour().apply(point);
                Ray back = new Ray(point, ray.to().mirror(n).unit());
                Space.Hit other = scene.space().nearest(back);
                Vec reflection = scene.sky().apply(back.to()).times(weights[0]);
                if (other != null) {
                    reflection = surface(other, other.shape().material(other.point()), 0.7);
                    if (other.shape().material(other.point()).glow().max() > 0) {
                        // Counted by the glints below.
                        reflection = Vec.ZERO;
                    }
                }
                light = light.times(1 - mirror)
                        .plus(reflection.times(mirror).times(material.metal() ? colour : Vec.ONE));
                for (int i = 0; i < scene.lamps().size(); i++) {
                    double power = weights[Light.LAMP.ordinal() + i];
                    if (power > 0) {
                        light = light.plus(Glint.lamp(scene, scene.lamps().get(i), ray, point, n, material, colour)
                                .times(power));
                    }
                }
            }
            shape = hit.shape();
            normal = n;
            return light;
        }

        /** Diffuse and own light of a surface. */
        private Vec surface(Space.Hit hit, Material material, double facing) {
            Vec colour = material.colour().apply(hit.point());
            Vec light = colour.times(arriving(hit));
            for (int i = 0; i < scene.lamps().size(); i++) {
                double power = weights[Light.LAMP.ordinal() + i];
                if (scene.lamps().get(i).shape() == hit.shape()) {
                    light = light.plus(Glint.opal(material, facing).times(power));
                } else if (scene.lamps().get(i).shade() == hit.shape()) {
                    light = light.plus(material.through().apply(hit.point()).times(power));
                }
            }
            return light;
        }

        private Vec arriving(Space.Hit hit) {
            Arrays.fill(sum, 0);
            double place = along * (views.size() - 1);
            for (int near = 0; near <= 6 && sum[3] < 1e-5; near += near == 0 ? 2 : 4) {
                for (int i = 0; i < views.size(); i++) {
                    double away = Math.abs(i - place);
                    // Views right and left of the camera share the pixel; the others help out where those are blind.
                    double weight = Math.max(0, 1 - away) + 1e-3 / (1 + away * away);
                    if (away < 1.001 || near > 0 || sum[3] < 0.2) {
                        views.get(i).look(hit.point(), hit.shape(), weight, near, sum);
                    }
                }
            }
            return sum[3] == 0 ? Vec.ZERO : Vec.of(sum[0], sum[1], sum[2]).times(1 / sum[3]);
        }
    }
}
