package pro.reelsai.gateway.platform.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The order in which a request passes the edge: a filter of a higher number comes first. */
@ApplicationScoped
public class EdgeFilters {
    private final RequestIds ids;
    private final AnswerHeaders headers;
    private final RequestLines lines;
    private final CrossOrigin crossOrigin;
    private final AddressLimit addressLimit;
    private final Timeouts timeouts;
    private final Drain drain;

    public EdgeFilters(
            RequestIds ids,
            AnswerHeaders headers,
            RequestLines lines,
            CrossOrigin crossOrigin,
            AddressLimit addressLimit,
            Timeouts timeouts,
            Drain drain) {
        this.ids = ids;
        this.headers = headers;
        this.lines = lines;
        this.crossOrigin = crossOrigin;
        this.addressLimit = addressLimit;
        this.timeouts = timeouts;
        this.drain = drain;
    }

    void register(@Observes Filters filters) {
        // First what every answer carries, a refusal too; a browser shows a refusal only with the headers of CORS.
        filters.register(ids::handle, 1000);
        filters.register(drain::handle, 975);
        filters.register(headers::handle, 950);
        filters.register(crossOrigin::handle, 900);
        filters.register(lines::handle, 850);
        filters.register(addressLimit::handle, 800);
        filters.register(timeouts::handle, 750);
    }
}
