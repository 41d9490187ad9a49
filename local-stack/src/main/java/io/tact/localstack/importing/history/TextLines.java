package io.tact.localstack.importing.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file, plain or gzip, without their ends; the last one counts without an end,
 * too.
 */
final class TextLines implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Charset WINDOWS_LATIN_1 = Charset.forName("windows-1252");

    private final CountedBytes counted;
    private final InputStream text;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private long number;

    TextLines(Path file) throws IOException {
        counted = new CountedBytes(Files.newInputStream(file));
        try {
            text = unpacked(new BufferedInputStream(counted, BUFFER));
        } catch (IOException e) {
            counted.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputStream bytes) throws IOException {
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC
                ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER)
                : bytes;
    }

    /** The next line, or null at the end of the file. */
    @Nullable String next() throws IOException {
        line.reset();
        int next = text.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = text.read();
        }
        number++;
        String decoded = decoded(line.toByteArray());
        if (number == 1 && decoded.startsWith(BYTE_ORDER_MARK)) {
            decoded = decoded.substring(1);
        }
        return decoded.endsWith("\r") ? decoded.substring(0, decoded.length() - 1) : decoded;
    }

    /** The number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** Of the file as it lies on the disk, for progress. */
    long bytesRead() {
        return counted.count();
    }

    /** Line by line, as exports that were pasted together mix encodings. */
    private static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS_LATIN_1);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
