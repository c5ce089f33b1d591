package dev.signalbox.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.JsonAnswer.Freshness;
import dev.signalbox.provider.http.Reads.Fetched;
import dev.signalbox.provider.http.Reads.Follow;
import dev.signalbox.provider.http.WireAnswer.Framing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One account's way to its HTTP API. Calls block and belong on virtual threads; an interrupt ends a call at once and
/// leaves the thread's interrupt status set. Nothing is repeated behind the caller's back except reads, by one policy.
///
/// Every answer is bounded in time and size, every read is conditional where an answer was kept, and while the server
/// has told the account to wait, calls are answered with `RateLimited` at once and nothing is sent.
public final class HttpDoor implements AutoCloseable {

    private static final long KEPT_BYTES = 32L << 20;
    private static final int KEPT_ANSWERS = 5000;
    private static final Duration KEPT_UNUSED = Duration.ofHours(1);

    private final HttpSettings settings;
    private final StrictJson json;
    private final ServerClock serverClock;
    private final CountDownLatch closed;
    private final EtagStore etags;
    private final RateGate rates;
    private final Problems problems;
    private final Wire wire;
    private final Reads reads;
    private final Writes writes;
    private final Priority least;

    private HttpDoor(HttpSettings settings) {
        this.settings = settings;
        this.json = new StrictJson();
        this.serverClock = new ServerClock();
        this.closed = new CountDownLatch(1);
        this.etags = new EtagStore(KEPT_BYTES, KEPT_ANSWERS, KEPT_UNUSED, settings.runtime().clock());
        this.rates = new RateGate(settings.runtime().clock(), settings.rates());
        this.problems = new Problems(json, redaction(settings), serverClock, settings.runtime().known());
        this.wire = new Wire(settings);
        HostGates gates = new HostGates(settings);
        this.reads = new Reads(settings, wire, gates, rates, serverClock, problems, etags, closed);
        this.writes = new Writes(settings, wire, gates, rates, serverClock, problems, json);
        this.least = Priority.BACKGROUND;
    }

    /// The same door, all of whose reads are at least so urgent.
    private HttpDoor(HttpDoor same, Priority least) {
        this.settings = same.settings;
        this.etags = same.etags;
        this.rates = same.rates;
        this.problems = same.problems;
        this.wire = same.wire;
        this.reads = same.reads;
        this.writes = same.writes;
        this.json = same.json;
        this.serverClock = same.serverClock;
        this.closed = same.closed;
        this.least = least;
    }

    /// Opens the door; nothing is sent yet.
    public static HttpDoor open(HttpSettings settings) {
        return new HttpDoor(settings);
    }

    /// The same door for what an action has to know: its reads go before everybody else's and find a place kept free.
    /// Closing either closes both.
    public HttpDoor forActions() {
        return new HttpDoor(this, Priority.ACTION);
    }

    /// The API's address.
    public BaseUrl base() {
        return settings.base();
    }

    /// Reads JSON, conditionally when an answer was kept. A 204 gives a null node.
    public JsonAnswer get(ApiRequest request) throws RemoteFailure {
        Fetched fetched = reads.fetch(request.atLeast(least), Follow.WITHIN_ORIGIN);
        try {
            return answer(request, fetched);
        } catch (RemoteFailure e) {
            if (fetched.answer().isGood() && fetched.answer().framing() == Framing.BY_CLOSE) {
                // It may have been cut.
                return answer(request, reads.fetch(request.atLeast(least), Follow.WITHIN_ORIGIN));
            }
            throw e;
        }
    }

    /// Reads a list page by page, following `rel="next"` verbatim and only at the account's origin.
    ///
    /// @param atMost most pages to read
    public JsonPages pages(ApiRequest first, int atMost) throws RemoteFailure {
        List<JsonAnswer> pages = new ArrayList<>();
        Set<ApiUrl> seen = new HashSet<>();
        for (ApiRequest page = first; seen.add(page.url());) {
            JsonAnswer answer = get(page);
            pages.add(answer);
            ApiUrl next = answer.next();
            if (next == null || pages.size() >= atMost) {
                return new JsonPages(pages, next == null ? JsonPages.Extent.WHOLE : JsonPages.Extent.CUT);
            }
            page = new ApiRequest(next, first.priority(), first.headers());
        }
        throw new RemoteFailure(problems.unreadable("The list leads back to a page that was read already"));
    }

    /// Reads something that is not JSON and small enough for memory, conditionally when an answer was kept.
    public BytesAnswer bytes(ApiRequest request) throws RemoteFailure {
        Fetched fetched = reads.fetch(request.atLeast(least), Follow.WITHIN_ORIGIN);
        EtagStore.Kept kept = fetched.kept();
        Instant readAt = fetched.answer().receivedAt();
        if (fetched.answer().status() == 304 && kept != null) {
            AnswerHeaders headers = kept.headers().overlaid(fetched.answer().headers());
            keep(request, fetched, kept::body, headers);
            return new BytesAnswer(kept.body().bytes(), 304, headers, readAt);
        }
        WireAnswer answer = whole(fetched);
        keep(request, fetched, () -> Packed.of(answer.body()), answer.headers());
        return new BytesAnswer(answer.body(), answer.status(), answer.headers(), readAt);
    }

    /// Fetches a file. Where the API answers with the address of a storage server, that one is asked without any
    /// credential. The file appears whole, replacing an older one, or not at all.
    public Download download(ApiRequest request, Download.Into into) throws RemoteFailure {
        Path file = into.file();
        Path part = null;
        try {
            part = Files.createTempFile(file.toAbsolutePath().getParent(), "part-", ".tmp");
            WireAnswer answer = whole(reads.download(request.atLeast(least), Follow.ANYWHERE, into.part(part)));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Download(file, into.text() ? Files.size(file) : answer.length(), answer.receivedAt());
        } catch (IOException e) {
            throw new RemoteFailure(problems.notKept("The file could not be kept: " + e.getClass().getSimpleName()));
        } finally {
            discard(part);
        }
    }

    /// Sends a write once.
    public SendOutcome send(ApiWrite write) {
        return writes.send(write);
    }

    /// Asks something by POST that changes nothing that matters, as OAuth does. Asked once. A refusal in JSON that names its
    /// reason under `error` is an answer too; everything else that is no yes is a failure.
    public JsonAnswer ask(ApiWrite question) throws RemoteFailure {
        WireAnswer answer = writes.ask(question);
        return new JsonAnswer(json.tree(answer.body()), answer.status(), answer.headers(), Freshness.CHANGED,
                answer.receivedAt(), null, null);
    }

    /// Until when this account must not send anything, if it was told to wait.
    public Optional<Instant> frozenUntil() {
        return rates.frozenUntil();
    }

    /// The used-up allowance is there again before its time: reading may go on. A pause that the server asked for stays.
    public void resume() {
        rates.refilled();
    }

    /// The server has answered a request of the kind that it refused, though it had asked for a longer pause: reading and
    /// writing may go on.
    public void resumeAfterAnswer() {
        rates.over();
    }

    /// How far the server's clock is ahead of ours (negative: behind), as the median of the last answers; absent
    /// before the first `Date` header.
    public Optional<Duration> clockSkew() {
        return serverClock.skew();
    }

    /// How many requests of reads left for the account's server so far, each try counted, but for those of actions.
    public long sent() {
        return reads.sent();
    }

    /// Ends everything in flight. What is asked afterwards fails at once.
    @Override
    public void close() {
        closed.countDown();
        wire.close();
    }

    private JsonAnswer answer(ApiRequest request, Fetched fetched) throws RemoteFailure {
        WireAnswer answer = fetched.answer();
        EtagStore.Kept kept = fetched.kept();
        if (answer.status() == 304 && kept != null) {
            AnswerHeaders headers = kept.headers().overlaid(answer.headers());
            keep(request, fetched, kept::body, headers);
            return new JsonAnswer(clean(kept.body().bytes()), 304, headers, Freshness.UNCHANGED, answer.receivedAt(),
                    next(headers, fetched.at()), fetched.movedTo());
        }
        JsonNode tree = tree(fetched);
        keep(request, fetched, () -> Packed.of(answer.body()), answer.headers());
        return new JsonAnswer(tree, answer.status(), answer.headers(), Freshness.CHANGED, answer.receivedAt(),
                next(answer.headers(), fetched.at()), fetched.movedTo());
    }

    private JsonNode tree(Fetched fetched) throws RemoteFailure {
        WireAnswer answer = fetched.answer();
        requireGood(fetched);
        if (answer.status() == 204 || answer.status() == 205) {
            return NullNode.getInstance();
        }
        JsonNode tree = clean(answer.body());
        if (answer.framing() == Framing.BY_CLOSE && !tree.isContainerNode()) {
            throw new RemoteFailure(problems.unreadable("The answer may have been cut short"));
        }
        return tree;
    }

    /// A server may quote what it was sent, and a person may have pasted a token into a title: nothing that is read holds
    /// one of ours.
    private JsonNode clean(byte[] body) throws RemoteFailure {
        return json.tree(settings.runtime().known().get().bytes().hide(body));
    }

    private WireAnswer whole(Fetched fetched) throws RemoteFailure {
        requireGood(fetched);
        if (fetched.answer().framing() == Framing.BY_CLOSE) {
            throw new RemoteFailure(
                    problems.unreadable("The answer has no length, so that a cut one cannot be told from a whole one"));
        }
        return fetched.answer();
    }

    private void requireGood(Fetched fetched) throws RemoteFailure {
        WireAnswer answer = fetched.answer();
        if (!answer.isGood() || answer.flaw() != null || Problems.isSignInPage(answer)) {
            throw new RemoteFailure(problems.of(answer, fetched.at().getHost(), Optional.empty()));
        }
    }

    private void keep(ApiRequest request, Fetched fetched, Supplier<Packed> body, AnswerHeaders headers) {
        String key = Reads.key(fetched.at(), request.headers(), settings.credential());
        headers.first("ETag").ifPresentOrElse(
                etag -> etags.keep(key, new EtagStore.Kept(etag, body.get(), headers)), () -> etags.forget(key));
    }

    private @Nullable ApiUrl next(AnswerHeaders headers, URI page) throws RemoteFailure {
        try {
            return LinkHeader.next(headers, page).map(ApiUrl::given).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new RemoteFailure(problems.unreadable("The address of the next page is not one"));
        }
    }

    private static void discard(@Nullable Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            part.toFile().deleteOnExit(); // still open on some systems; nothing reads it
        }
    }

    /// Of the account's own secrets; made anew each time where they change.
    private static Supplier<Redaction> redaction(HttpSettings settings) {
        Redaction now = new Redaction(secrets(settings));
        return settings.credential().isRenewed() ? () -> new Redaction(secrets(settings)) : () -> now;
    }

    private static List<String> secrets(HttpSettings settings) {
        List<String> all = new ArrayList<>(settings.credential().secrets());
        ProxySettings proxy = settings.proxy();
        if (proxy != null && proxy.password() != null) {
            all.add(proxy.password());
        }
        return all;
    }
}
