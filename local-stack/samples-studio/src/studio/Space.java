package studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All shapes of a set, in a tree of boxes. */
final class Space {

    private final List<Shape> endless = new ArrayList<>();
    private final Node root;

    private record Node(Box box, Node left, Node right, Shape leaf) {}

    Space(List<Shape> shapes) {
        List<Shape> bounded = new ArrayList<>();
        for (Shape shape : shapes) {
            (shape.bounds() == null ? endless : bounded).add(shape);
        }
        root = bounded.isEmpty() ? null : build(bounded);
    }

    private static Node build(List<Shape> shapes) {
        Box box = shapes.stream().map(Shape::bounds).reduce(Box::join).orElseThrow();
        if (shapes.size() == 1) {
            return new Node(box, null, null, shapes.getFirst());
        }
        Vec size = box.high().minus(box.low());
        Comparator<Shape> order = Comparator.comparingDouble(s -> {
            Vec c = s.bounds().centre();
            return size.x() >= size.max() ? c.x() : size.y() >= size.max() ? c.y() : c.z();
        });
        List<Shape> sorted = shapes.stream().sorted(order).toList();
        int half = sorted.size() / 2;
        return new Node(box, build(sorted.subList(0, half)), build(sorted.subList(half, sorted.size())), null);
    }

    /** The nearest hit, or null. */
    Hit nearest(Ray ray) {
        Search search = new Search(ray, Double.POSITIVE_INFINITY, null, false);
        for (Shape shape : endless) {
            search.test(shape);
        }
        if (root != null) {
            search.walk(root);
        }
        return search.shape == null ? null : new Hit(search.shape, search.t, ray.at(search.t));
    }

    /** Whether anything but {@code except} stands in the way within the distance. */
    boolean isBlocked(Ray ray, double distance, Shape except) {
        Search search = new Search(ray, distance, except, true);
        if (root != null) {
            search.walk(root);
        }
        for (Shape shape : endless) {
            if (search.shape != null) {
                return true;
            }
            search.test(shape);
        }
        return search.shape != null;
    }

    record Hit(Shape shape, double t, Vec point) {}

    private static final class Search {
        private final Ray ray;
        private final Shape except;
        private final boolean any;
        private double t;
        private Shape shape;

        Search(Ray ray, double t, Shape except, boolean any) {
            this.ray = ray;
            this.t = t;
            this.except = except;
            this.any = any;
        }

        void walk(Node node) {
            if (any && shape != null || !node.box.isHit(ray, t)) {
                return;
            }
            if (node.leaf != null) {
                test(node.leaf);
            } else {
                walk(node.left);
                walk(node.right);
            }
        }

        void test(Shape candidate) {
            if (candidate == except) {
                return;
            }
            double found = candidate.hit(ray, t);
            if (found < t) {
                t = found;
                shape = candidate;
            }
        }
    }
}
