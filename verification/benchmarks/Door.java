import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection, kept alive; as little work as possible beside what is measured. */
final class Door implements AutoCloseable {
    /** Bytes of a body that are sent together with its headers; larger ones are not copied for that. */
    private static final int ONE_PIECE = 256 * 1_024;

    private final Socket socket;
    private final InputStream in;

    Door(URI uri) throws IOException {
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /**
     * @param consentSeq empty if the service said none
     */
    record Answer(int status, String consentSeq, String body) {}

    Answer send(String method, String path, String visitor, String body) throws IOException {
        return send(method, path, visitor, "", body);
    }

    /**
     * @param visitor a token; empty: nobody
     * @param consentSeq that is shown; empty: none
     * @param body null: none
     */
    Answer send(String method, String path, String visitor, String consentSeq, String body) throws IOException {
        var headers = new ArrayList<String>();
        if (!visitor.isEmpty()) {
            headers.add("Tact-Visitor: " + visitor);
        }
        if (!consentSeq.isEmpty()) {
            headers.add("Consent-Seq: " + consentSeq);
        }
        if (body == null) {
            begin(method, path, headers, new byte[0], 0);
            return answer();
        }
        headers.add("Content-Type: application/json");
        return send(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, List<String> headers, byte[] content) throws IOException {
        begin(method, path, headers, content, content.length);
        return answer();
    }

    /**
     * Sends a request and reads no answer.
     *
     * @param promised the length that it states, however much of it follows; 0: none
     */
    void begin(String method, String path, List<String> headers, byte[] content, int promised) throws IOException {
        var request = new ByteArrayOutputStream();
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (promised > 0) {
            head.append("Content-Length: ").append(promised).append("\r\n");
        }
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        if (content.length <= ONE_PIECE) {
            request.writeBytes(content);
            socket.getOutputStream().write(request.toByteArray());
        } else {
            socket.getOutputStream().write(request.toByteArray());
            socket.getOutputStream().write(content);
        }
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        String said = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            if (lower.startsWith("consent-seq:")) {
                said = header.substring(12).strip();
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return new Answer(status, said, new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
