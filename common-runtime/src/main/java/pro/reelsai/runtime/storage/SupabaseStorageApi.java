package pro.reelsai.runtime.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Supabase Storage's HTTP interface, as far as we use it.
 *
 * <p>Source: <a href="https://supabase.github.io/storage/">Supabase Storage API</a>; answers as recorded from
 * supabase/storage v1.70.6.
 */
@RegisterRestClient(configKey = "supabase-storage")
@RegisterClientHeaders(StorageCredentials.class)
@RegisterProvider(StorageErrors.class)
@Path("/storage/v1/object")
@Produces(MediaType.APPLICATION_JSON)
interface SupabaseStorageApi {
    @POST
    @Path("/{bucket}/{key: .+}")
    @Consumes(MediaType.WILDCARD)
    Uni<Uploaded> upload(
            @PathParam("bucket") String bucket,
            @PathParam("key") @Encoded String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl,
            @HeaderParam("x-upsert") boolean upsert,
            File body);

    @POST
    @Path("/{bucket}/{key: .+}")
    @Consumes(MediaType.WILDCARD)
    Uni<Uploaded> upload(
            @PathParam("bucket") String bucket,
            @PathParam("key") @Encoded String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl,
            @HeaderParam("x-upsert") boolean upsert,
            byte[] body);

    @GET
    @Path("/authenticated/{bucket}/{key: .+}")
    @Produces(MediaType.WILDCARD)
    Uni<byte[]> read(@PathParam("bucket") String bucket, @PathParam("key") @Encoded String key);

    @GET
    @Path("/info/{bucket}/{key: .+}")
    Uni<Info> info(@PathParam("bucket") String bucket, @PathParam("key") @Encoded String key);

    @POST
    @Path("/sign/{bucket}/{key: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Signed> sign(@PathParam("bucket") String bucket, @PathParam("key") @Encoded String key, SignRequest request);

    @POST
    @Path("/sign/{bucket}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<List<SignedPath>> signAll(@PathParam("bucket") String bucket, SignAllRequest request);

    @POST
    @Path("/upload/sign/{bucket}/{key: .+}")
    Uni<SignedUpload> signUpload(@PathParam("bucket") String bucket, @PathParam("key") @Encoded String key);

    @POST
    @Path("/list/{bucket}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<List<Listed>> list(@PathParam("bucket") String bucket, ListRequest request);

    @POST
    @Path("/copy")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Copied> copy(@HeaderParam("x-upsert") boolean upsert, CopyRequest request);

    @DELETE
    @Path("/{bucket}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<List<Deleted>> delete(@PathParam("bucket") String bucket, DeleteRequest request);

    @RegisterForReflection
    record Uploaded(
            @JsonProperty("Key") String key,
            @JsonProperty("Id") String id) {}

    @RegisterForReflection
    record Info(
            @JsonProperty("size") long size,
            @JsonProperty("content_type") String contentType,
            @JsonProperty("etag") String etag) {}

    @RegisterForReflection
    record SignRequest(@JsonProperty("expiresIn") long expiresInSeconds) {}

    @RegisterForReflection
    record Signed(@JsonProperty("signedURL") String signedUrl) {}

    @RegisterForReflection
    record SignAllRequest(
            @JsonProperty("expiresIn") long expiresInSeconds,
            @JsonProperty("paths") List<String> keys) {}

    /** The address is null for an object that is not there. */
    @RegisterForReflection
    record SignedPath(
            @JsonProperty("path") String key,
            @JsonProperty("signedURL") @Nullable String signedUrl) {}

    @RegisterForReflection
    record SignedUpload(
            @JsonProperty("url") String url,
            @JsonProperty("token") String token) {}

    @RegisterForReflection
    record ListRequest(
            @JsonProperty("prefix") String folder,
            @JsonProperty("limit") int limit,
            @JsonProperty("offset") int offset) {}

    /** A folder has nothing but a name. */
    @RegisterForReflection
    record Listed(
            @JsonProperty("name") String name,
            @JsonProperty("updated_at") @Nullable Instant updatedAt) {}

    @RegisterForReflection
    record CopyRequest(
            @JsonProperty("bucketId") String bucketId,
            @JsonProperty("sourceKey") String sourceKey,
            @JsonProperty("destinationKey") String destinationKey) {}

    @RegisterForReflection
    record Copied(@JsonProperty("Key") String key) {}

    @RegisterForReflection
    record DeleteRequest(@JsonProperty("prefixes") List<String> keys) {}

    @RegisterForReflection
    record Deleted(@JsonProperty("name") String name) {}
}
