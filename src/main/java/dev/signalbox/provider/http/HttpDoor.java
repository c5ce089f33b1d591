package dev.signalbox.provider.http;

import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.RemoteFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One account's way to its HTTP API. Calls block and belong on virtual threads; an interrupt ends a call at once and
/// leaves the thread's interrupt status set. Nothing is repeated behind the caller's back except reads, by one policy.
public final class HttpDoor implements AutoCloseable {

    private final HttpSettings settings;

    private HttpDoor(HttpSettings settings) {
        this.settings = settings;
    }

    /// Opens the door; nothing is sent yet.
    public static HttpDoor open(HttpSettings settings) {
        return new HttpDoor(settings);
    }

    /// The API's address.
    public BaseUrl base() {
        return settings.base();
    }

    /// Reads JSON, conditionally when an answer was kept.
    public JsonAnswer get(ApiRequest request) throws RemoteFailure {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Reads a list page by page, following `rel="next"` verbatim and only at the account's origin.
    ///
    /// @param atMost most pages to read
    public JsonPages pages(ApiRequest first, int atMost) throws RemoteFailure {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Reads something that is not JSON and small enough for memory.
    public BytesAnswer bytes(ApiRequest request) throws RemoteFailure {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Fetches a file in two steps: the API answers with the address of a storage server, which is asked without any
    /// credential. The file appears whole or not at all.
    ///
    /// @param file where it shall lie; must not exist
    public Download download(ApiRequest request, Path file) throws RemoteFailure {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Sends a write once.
    public SendOutcome send(ApiWrite write) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Until when this account must not send anything, if it was told to wait.
    public Optional<Instant> frozenUntil() {
        return Optional.empty();
    }

    /// How far the server's clock is ahead of ours (negative: behind); absent before the first `Date` header.
    public Optional<Duration> clockSkew() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
