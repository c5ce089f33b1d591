package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EtagTest {

    private static final RawAnswer FIRST = RawAnswer.json("{\"n\":1}")
            .with("ETag", "W/\"a\"").with("Cache-Control", "private, max-age=60");

    private final StubServer server = StubServer.start();
    private final HttpDoor door = HttpDoor.open(Doors.to(server.address()));

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    private ReceivedRequest last() {
        return server.requests().getLast();
    }

    @Test
    void asksAgainEveryTimeWhateverTheCacheHeaderSays() throws Exception {
        server.on("GET", "/x").answer(FIRST);
        server.on("GET", "/x").answer(RawAnswer.of(304, "").with("ETag", "W/\"a\""));
        server.on("GET", "/x").answer(RawAnswer.json("{\"n\":2}").with("ETag", "W/\"b\""));

        assertThat(door.get(Doors.read(door, "x")).isUnchanged()).isFalse();
        assertThat(last().header("If-None-Match")).isEmpty();
        JsonAnswer unchanged = door.get(Doors.read(door, "x"));
        assertThat(last().headers("If-None-Match")).as("byte for byte").containsExactly("W/\"a\"");
        assertThat(unchanged.isUnchanged()).isTrue();
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body().path("n").asInt()).isEqualTo(1);
        assertThat(door.get(Doors.read(door, "x")).body().path("n").asInt()).isEqualTo(2);
        server.verify();
    }

    @Test
    void takesANewEtagFromA304() throws Exception {
        server.on("GET", "/x").answer(FIRST);
        server.on("GET", "/x").answer(RawAnswer.of(304, "").with("ETag", "W/\"c\""));
        server.on("GET", "/x").answer(RawAnswer.of(304, ""));
        server.on("GET", "/x").answer(RawAnswer.of(304, ""));
        for (int i = 0; i < 4; i++) {
            assertThat(door.get(Doors.read(door, "x")).body().path("n").asInt()).isEqualTo(1);
        }
        assertThat(server.requests().get(2).header("If-None-Match")).contains("W/\"c\"");
        assertThat(server.requests().get(3).header("If-None-Match")).contains("W/\"c\"");
        server.verify();
    }

    @Test
    void anotherAddressOrAnotherAcceptIsAnotherAnswer() throws Exception {
        server.on("GET", "/x").answer(FIRST);
        server.on("GET", "/x?page=2").answer(FIRST);
        server.on("GET", "/x").answer(FIRST);
        door.get(Doors.read(door, "x"));
        door.get(ApiRequest.read(door.base().url("x").query("page", "2")));
        assertThat(last().header("If-None-Match")).isEmpty();
        door.get(Doors.read(door, "x").with("Accept", "application/vnd.github.raw+json"));
        assertThat(last().header("If-None-Match")).isEmpty();
        assertThat(last().headers("Accept")).containsExactly("application/vnd.github.raw+json");
        server.verify();
    }

    @Test
    void anAnswerThatCannotBeUsedIsNotKept() throws Exception {
        server.on("GET", "/x").answer(RawAnswer.page(200, "<html>").with("ETag", "\"p\""));
        server.on("GET", "/x").answer(RawAnswer.json("{\"a\":1}x").with("ETag", "\"q\""));
        server.on("GET", "/x").answer(FIRST);
        server.on("GET", "/x").answer(RawAnswer.json("{\"message\":\"gone\"}").status(404).with("ETag", "\"r\""));
        server.on("GET", "/x").answer(RawAnswer.of(304, ""));
        Doors.problem(() -> door.get(Doors.read(door, "x")));
        Doors.problem(() -> door.get(Doors.read(door, "x")));
        door.get(Doors.read(door, "x"));
        Doors.problem(() -> door.get(Doors.read(door, "x")));
        assertThat(door.get(Doors.read(door, "x")).body().path("n").asInt()).isEqualTo(1);
        assertThat(server.requests()).extracting(r -> r.header("If-None-Match").orElse("-"))
                .containsExactly("-", "-", "-", "W/\"a\"", "W/\"a\"");
        server.verify();
    }

    @Test
    void bytesAreConditionalToo() throws Exception {
        server.on("GET", "/file").answer(RawAnswer.of(200, "on: push").with("ETag", "\"f\""));
        server.on("GET", "/file").answer(RawAnswer.of(304, ""));
        for (int i = 0; i < 2; i++) {
            assertThat(new String(door.bytes(Doors.read(door, "file")).bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("on: push");
        }
        server.verify();
    }

    @Test
    void readsPagesByTheAddressesThatTheServerGave() throws Exception {
        String next = server.address() + "/repositories/7/runs?page=2";
        server.on("GET", "/runs?per_page=1").answer(RawAnswer.json("[1]")
                .with("Link", "<" + server.address() + "/x>; rel=\"prev\", <" + next + ">; rel=\"next\"")
                .with("ETag", "\"1\""));
        server.on("GET", "/repositories/7/runs?page=2").answer(RawAnswer.json("[2]"));
        server.on("GET", "/runs?per_page=1").answer(RawAnswer.of(304, ""));
        server.on("GET", "/repositories/7/runs?page=2").answer(RawAnswer.json("[3]"));
        ApiRequest first = ApiRequest.read(door.base().url("runs").query("per_page", "1"));
        JsonPages pages = door.pages(first, 10);
        assertThat(pages.pages()).extracting(p -> p.body().get(0).asInt()).containsExactly(1, 2);
        assertThat(pages.extent()).isEqualTo(JsonPages.Extent.WHOLE);
        assertThat(door.pages(first, 10).pages()).as("the kept page still leads to the next one").hasSize(2);
        server.verify();
    }

    @Test
    void saysWhenThereWereMorePagesThanAskedFor() throws Exception {
        server.on("GET", "/a").always(RawAnswer.json("[]").with("Link", "<" + server.address() + "/b>; rel=next"));
        server.on("GET", "/b").always(RawAnswer.json("[]").with("Link", "</a>; rel=\"next\""));
        assertThat(door.pages(Doors.read(door, "a"), 2).extent()).isEqualTo(JsonPages.Extent.CUT);
        assertThat(Doors.problem(() -> door.pages(Doors.read(door, "a"), 10)).detail()).contains("leads back");
    }

    @Test
    void doesNotFollowAPageToAnotherServer() {
        try (StubServer other = StubServer.start()) {
            server.on("GET", "/a")
                    .always(RawAnswer.json("[]").with("Link", "<" + other.address() + "/b>; rel=\"next\""));
            assertThat(Doors.problem(() -> door.pages(Doors.read(door, "a"), 2)).detail()).contains("not one of");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void keepsNoMoreThanItsRoom() {
        EtagStore store = new EtagStore(200, 3, Duration.ofHours(1), () -> Instant.EPOCH);
        AnswerHeaders none = new AnswerHeaders(Map.of());
        store.keep("a", new EtagStore.Kept("1", noise(20), none));
        store.keep("b", new EtagStore.Kept("1", noise(20), none));
        store.keep("c", new EtagStore.Kept("1", noise(20), none));
        assertThat(store.find("a")).isPresent();
        store.keep("d", new EtagStore.Kept("1", noise(20), none));
        assertThat(store.find("b")).as("least recently used").isEmpty();
        assertThat(store.size()).isEqualTo(3);
        store.keep("huge", new EtagStore.Kept("1", noise(51), none));
        assertThat(store.find("huge")).isEmpty();
        store.forget("a");
        assertThat(store.size()).isEqualTo(2);
    }

    @Test
    void countsWhatBodiesTakeWhileTheyWait() {
        AnswerHeaders none = new AnswerHeaders(Map.of());
        Packed list = Packed.of("{\"status\":\"completed\"},".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        EtagStore store = new EtagStore(4L * list.size(), 100, Duration.ofHours(1), () -> Instant.EPOCH);
        for (int i = 0; i < 5; i++) {
            store.keep("list " + i, new EtagStore.Kept("1", list, none));
        }
        assertThat(store.find("list 0")).as("the fifth had no room beside it").isEmpty();
        assertThat(store.find("list 1")).hasValueSatisfying(
                kept -> assertThat(kept.body().bytes()).hasSize(23_000));
        assertThat(store.size()).isEqualTo(4);
    }

    /// Of so many bytes at least, however well it is packed.
    private static Packed noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return Packed.of(noise);
    }

    @Test
    void anAnswerThatNobodyAsksForGoes() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        EtagStore store = new EtagStore(1_000, 100, Duration.ofHours(1), now::get);
        AnswerHeaders none = new AnswerHeaders(Map.of());
        store.keep("a run that is over", new EtagStore.Kept("1", noise(20), none));
        store.keep("a list", new EtagStore.Kept("1", noise(20), none));
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(40)));
        assertThat(store.find("a list")).isPresent();
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(60)));
        store.keep("another", new EtagStore.Kept("1", noise(20), none));
        assertThat(store.size()).as("an hour is not too long").isEqualTo(3);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(61)));
        store.keep("one more", new EtagStore.Kept("1", noise(20), none));
        assertThat(store.find("a run that is over")).isEmpty();
        assertThat(store.find("a list")).as("asked for forty minutes in").isPresent();
        assertThat(store.size()).isEqualTo(3);
    }
}
