package pro.reelsai.local.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All contact sheets as a page, with the stills in their own size. */
final class GalleryPage {
    private GalleryPage() {}

    /**
     * Writes the page beside the stills.
     *
     * @return the page
     * @throws IOException if the disk fails
     */
    static Path write(List<ContactSheet> sheets, Path page) throws IOException {
        StringBuilder html = new StringBuilder("""
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>ReelsAI: layouts, shapes and captions</title>
                <style>body{font:14px sans-serif}img{height:300px}td,th{padding:3px}th{text-align:left}</style>
                """);
        for (ContactSheet sheet : sheets) {
            html.append("<h2>%s</h2>\n<table><tr><th></th>".formatted(sheet.shape()));
            sheet.columns().forEach(column -> html.append("<th>%s</th>".formatted(column)));
            html.append("</tr>\n");
            for (ContactSheet.Row row : sheet.rows()) {
                html.append("<tr><th>%s</th>".formatted(row.name()));
                for (Path still : row.stills()) {
                    html.append("<td><img loading=\"lazy\" alt=\"\" src=\"%s\"></td>".formatted(still.getFileName()));
                }
                html.append("</tr>\n");
            }
            html.append("</table>\n");
        }
        return Files.writeString(page, html.append("</html>\n"));
    }
}
