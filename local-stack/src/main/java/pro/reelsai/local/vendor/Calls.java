package pro.reelsai.local.vendor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a vendor was asked: tells whether somebody paid twice. */
public final class Calls {
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** One request. */
    static final class Call {
        private final String route;
        private final String input;
        private volatile int status;

        Call(String route, String input) {
            this.route = route;
            this.input = input;
        }

        /** Notes the HTTP status of a whole answer. */
        void answered(int answer) {
            status = answer;
        }
    }

    /** Writes a request down before it is answered. */
    Call add(VendorRequest request) {
        Call call = new Call(request.route(), input(request));
        calls.add(call);
        return call;
    }

    /** How often a route was asked. */
    public long count(String route) {
        return calls.stream().filter(call -> call.route.equals(route)).count();
    }

    /** How often a route did what it was asked, which is what the vendor charges for. */
    public long paid(String route) {
        return calls.stream()
                .filter(call -> call.route.equals(route) && call.status == 200)
                .count();
    }

    /** How many different inputs a route was asked with. */
    public long distinct(String route) {
        return calls.stream()
                .filter(call -> call.route.equals(route))
                .map(call -> call.input)
                .distinct()
                .count();
    }

    /** Requests, paid requests and different inputs by route. */
    public Map<String, Map<String, Long>> summary() {
        Map<String, Map<String, Long>> summary = new TreeMap<>();
        for (Call call : calls) {
            String route = call.route;
            summary.computeIfAbsent(
                    route, any -> Map.of("calls", count(route), "paid", paid(route), "distinct", distinct(route)));
        }
        return summary;
    }

    private static String input(VendorRequest request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(request.route().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(request.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
