package dev.signalbox.practice.cluster.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One request and its answer in memory, so that the server can be asked without a socket.
final class FakeExchange extends HttpExchange {

    private final String method;
    private final URI address;
    private final byte[] sent;
    private final Headers asked = new Headers();
    private final Headers answered = new Headers();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int code = -1;
    private boolean closed;

    FakeExchange(String method, String address, String body) {
        this.method = method;
        this.address = URI.create(address);
        this.sent = body.getBytes(StandardCharsets.UTF_8);
    }

    FakeExchange with(String header, String value) {
        asked.set(header, value);
        return this;
    }

    /// What has been written so far.
    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    /// Whether the answer was ended.
    boolean isClosed() {
        return closed;
    }

    @Override
    public Headers getRequestHeaders() {
        return asked;
    }

    @Override
    public Headers getResponseHeaders() {
        return answered;
    }

    @Override
    public URI getRequestURI() {
        return address;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public HttpContext getHttpContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public InputStream getRequestBody() {
        return new ByteArrayInputStream(sent);
    }

    @Override
    public OutputStream getResponseBody() {
        return body;
    }

    @Override
    public void sendResponseHeaders(int status, long length) {
        if (code >= 0) {
            throw new IllegalStateException("answered twice: " + code + " and " + status);
        }
        code = status;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public int getResponseCode() {
        return code;
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return getRemoteAddress();
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return null;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setStreams(@Nullable InputStream input, @Nullable OutputStream output) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
        return null;
    }
}
