package pro.reelsai.local.storage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an object.
 *
 * @param first the first byte
 * @param last the last byte, inclusive
 */
record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads a {@code Range} header.
     *
     * @param size of the object in bytes
     * @throws StorageException if it names several ranges (as recorded) or none within the object
     */
    static ByteRange parse(String header, long size) throws StorageException {
        Matcher matcher = SINGLE.matcher(header.strip());
        if (!matcher.matches()) {
            throw StorageException.invalidRange();
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty() && to.isEmpty()) {
            throw StorageException.invalidRange();
        }
        ByteRange range = from.isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(to)), size - 1)
                : new ByteRange(Long.parseLong(from), to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1));
        if (range.first > range.last) {
            throw StorageException.invalidRange();
        }
        return range;
    }

    long length() {
        return last - first + 1;
    }
}
