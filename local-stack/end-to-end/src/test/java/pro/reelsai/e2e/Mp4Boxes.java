package pro.reelsai.e2e;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The order of an MP4's outermost boxes (ISO/IEC 14496-12, 4.2): a player can begin at once where moov precedes mdat. */
final class Mp4Boxes {
    private static final int HEADER = 8;

    private Mp4Boxes() {}

    static List<String> of(Path file) throws IOException {
        List<String> boxes = new ArrayList<>();
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long position = 0;
            while (position + HEADER <= in.length()) {
                in.seek(position);
                long size = Integer.toUnsignedLong(in.readInt());
                byte[] type = new byte[4];
                in.readFully(type);
                boxes.add(new String(type, StandardCharsets.US_ASCII));
                long length = size == 1 ? in.readLong() : size;
                position = length == 0 ? in.length() : position + length;
            }
        }
        return boxes;
    }
}
