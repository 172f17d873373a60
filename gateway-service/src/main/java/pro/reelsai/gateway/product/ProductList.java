package pro.reelsai.gateway.product;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import pro.reelsai.gateway.platform.paging.Cursor;
import pro.reelsai.gateway.platform.paging.PageRequest;

/**
 * Reads products of which nothing is changed. This is what a frontend asks for most, so there is no session that would
 * look after the rows.
 */
@ApplicationScoped
public class ProductList {
    private static final String SELECT = """
            select id, name, description, product_link, logo_key, thumbnail_key, created_at, updated_at
              from products where user_id = $1""";

    private static final String BEHIND = " and (created_at, id) < ($2, $3)";
    private static final String NEWEST_FIRST = " order by created_at desc, id desc";

    private final Pool pool;

    public ProductList(Pool pool) {
        this.pool = pool;
    }

    /** A part of a user's products, newest first. */
    Uni<List<ProductEntity>> read(UUID user, PageRequest page) {
        Tuple parameters = Tuple.of(user);
        page.cursor().ifPresent(after -> add(parameters, after));
        String sql = SELECT + page.cursor().map(after -> BEHIND).orElse("") + NEWEST_FIRST + limit(page);
        return pool.preparedQuery(sql).execute(parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> product(user, row))
                .toList());
    }

    private static void add(Tuple parameters, Cursor after) {
        parameters.addOffsetDateTime(after.createdAt().atOffset(ZoneOffset.UTC)).addUUID(after.id());
    }

    /** A number in the text: as a parameter, it would have PostgreSQL plan the statement anew at every execution. */
    private static String limit(PageRequest page) {
        return page.limit() == PageRequest.ALL ? "" : " limit " + page.rows();
    }

    private static ProductEntity product(UUID user, Row row) {
        ProductEntity product = new ProductEntity();
        product.id = row.getUUID("id");
        product.userId = user;
        product.name = row.getString("name");
        product.description = row.getString("description");
        product.productLink = row.getString("product_link");
        product.logoKey = row.getString("logo_key");
        product.thumbnailKey = row.getString("thumbnail_key");
        product.createdAt = row.getOffsetDateTime("created_at").toInstant();
        product.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        return product;
    }
}
