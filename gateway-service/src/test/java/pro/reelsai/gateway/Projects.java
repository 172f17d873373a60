package pro.reelsai.gateway;

import java.util.List;
import java.util.UUID;

/** Many projects without asking for each of them. */
final class Projects {
    private Projects() {}

    /** Adds a picture whose file nobody looks at, without FFmpeg. */
    static void addPicture(String project) {
        Books.rows(
                """
                insert into assets (id, project_id, type, object_key, sha256, bytes, content_type, width, height,
                    duration_seconds, position, created_at)
                values ($2, $1, 'IMAGE', $3, repeat('0', 64), 1, 'image/jpeg', 640, 480, 0, 0, now())
                returning id::text
                """,
                UUID.fromString(project),
                UUID.randomUUID(),
                "projects/" + project + "/assets/" + UUID.randomUUID() + ".jpg");
    }

    /** Copies of a project with all that was chosen for it. */
    static List<String> copies(String project, int count) {
        return Books.rows("""
                with copies as (
                    insert into projects (id, user_id, product_id, status, video_configuration, final_script_id,
                        actor_id, voice_id, video_layout_id, created_at, updated_at)
                    select gen_random_uuid(), user_id, product_id, status, video_configuration, final_script_id,
                        actor_id, voice_id, video_layout_id, created_at, updated_at
                    from projects cross join generate_series(1, $2)
                    where id = $1
                    returning id),
                shown as (
                    insert into assets (id, project_id, type, object_key, sha256, bytes, content_type, width, height,
                        duration_seconds, position, created_at)
                    select gen_random_uuid(), copies.id, type, replace(object_key, cast($1 as text), cast(copies.id as text)), sha256,
                        bytes, content_type, width, height, duration_seconds, position, created_at
                    from assets cross join copies
                    where project_id = $1)
                select id::text from copies
                """, UUID.fromString(project), count);
    }
}
