package pro.reelsai.gateway.platform.openapi;

import java.util.Map;

/** The ids that the examples share: read one after the other, they tell how one ad is made. */
final class Story {
    /** An example of every id that stands in a path, by the name of the parameter. */
    static final Map<String, String> ID_OF = Map.of(
            "product_id", "0b8e5c52-7f0a-4d0c-9b57-3f1c5a7f2e01",
            "project_id", "4f6d2a90-1c3e-4b7a-8d52-6a9b0c1d2e02",
            "asset_id", "9a1c7e34-5b6d-4f80-a2b3-c4d5e6f70803",
            "run_id", "c3f0b1a2-8d4e-4c6f-9e7a-1b2c3d4e5f04",
            "script_id", "e7d6c5b4-a392-4817-b605-f4e3d2c1b005",
            "user_id", "7d9f3e1c-2b4a-4c6d-8e0f-a1b2c3d4e506");

    private Story() {}

    /** A path with the story's ids in it. */
    static String path(String template) {
        String path = template;
        for (Map.Entry<String, String> id : ID_OF.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }
}
