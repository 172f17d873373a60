package pro.reelsai.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How loud a file is, by EBU R 128.
 *
 * @param integratedLufs the whole file's loudness
 * @param truePeakDbtp its highest peak between the samples
 */
record Loudness(double integratedLufs, double truePeakDbtp) {
    static Loudness of(Path file) throws IOException, InterruptedException {
        String report = Tool.report(
                "ffmpeg",
                "-nostdin",
                "-hide_banner",
                "-i",
                file.toString(),
                "-vn",
                "-af",
                "ebur128=peak=true",
                "-f",
                "null",
                "-");
        String summary = report.substring(report.lastIndexOf("Summary:"));
        return new Loudness(number(summary, "I:\\s+(-?[\\d.]+) LUFS"), number(summary, "Peak:\\s+(-?[\\d.]+) dBFS"));
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
