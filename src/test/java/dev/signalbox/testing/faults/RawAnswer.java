package dev.signalbox.testing.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// An HTTP answer as bytes, right or wrong.
///
/// @param status the status code
/// @param headers whole header lines
/// @param body as sent, compressed or not
public record RawAnswer(int status, List<String> headers, byte[] body) {

    public RawAnswer {
        headers = List.copyOf(headers);
    }

    /// A good answer that holds JSON, with its length.
    public static RawAnswer json(String body) {
        return of(200, body).with("Content-Type", "application/json; charset=utf-8");
    }

    /// An answer with a status and its length.
    public static RawAnswer of(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        RawAnswer bare = new RawAnswer(status, List.of(), bytes);
        return status == 204 || status == 304 ? bare : bare.with("Content-Length", String.valueOf(bytes.length));
    }

    /// A web page.
    public static RawAnswer page(int status, String html) {
        return of(status, html).with("Content-Type", "text/html");
    }

    /// With one more header line.
    public RawAnswer with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new RawAnswer(status, more, body);
    }

    /// Without a header.
    public RawAnswer without(String name) {
        List<String> fewer = new ArrayList<>(headers);
        fewer.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)));
        return new RawAnswer(status, fewer, body);
    }

    /// With another status.
    public RawAnswer status(int other) {
        return new RawAnswer(other, headers, body);
    }

    /// Compressed.
    public RawAnswer gzipped() {
        byte[] small = gzip(body);
        return new RawAnswer(status, without("Content-Length").headers, small)
                .with("Content-Encoding", "gzip")
                .with("Content-Length", String.valueOf(small.length));
    }

    /// In chunks instead of with a length.
    public RawAnswer chunked() {
        String text = Integer.toHexString(body.length) + "\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        out.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return new RawAnswer(status, without("Content-Length").headers, out.toByteArray()).with("Transfer-Encoding",
                "chunked");
    }

    /// Status line and headers with the empty line.
    public byte[] head() {
        StringBuilder out = new StringBuilder("HTTP/1.1 ").append(status).append(" Said\r\n");
        headers.forEach(line -> out.append(line).append("\r\n"));
        return out.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// All of it.
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head());
        out.writeBytes(body);
        return out.toByteArray();
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
