package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchFeedTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final List<WatchFeed> closed = new ArrayList<>();
    private final WatchFeed feed = new WatchFeed(ResourceKinds.PODS, "shop", new Listing(5, List.of()), closed::add);

    @Test
    void takesTheChangesOfItsKindAndNamespace() throws InterruptedException {
        feed.offer(change(6, ResourceKinds.PODS, "shop", "a"));
        feed.offer(change(7, ResourceKinds.PODS, "other", "b"));
        feed.offer(change(8, ResourceKinds.SERVICES, "shop", "c"));
        feed.offer(change(9, ResourceKinds.PODS, "shop", "d"));

        assertThat(feed.next(NOT_AT_ALL)).map(StoredChange::version).hasValue(6L);
        assertThat(feed.next(NOT_AT_ALL)).map(StoredChange::version).hasValue(9L);
        assertThat(feed.next(NOT_AT_ALL)).isEmpty();
        assertThat(feed.isCut()).isFalse();
    }

    @Test
    void takesAllNamespacesWhenItIsAskedForNone() throws InterruptedException {
        WatchFeed all = new WatchFeed(ResourceKinds.PODS, "", new Listing(5, List.of()), closed::add);
        all.offer(change(6, ResourceKinds.PODS, "shop", "a"));
        all.offer(change(7, ResourceKinds.PODS, "other", "b"));

        assertThat(all.next(NOT_AT_ALL)).isPresent();
        assertThat(all.next(NOT_AT_ALL)).isPresent();
    }

    @Test
    void isCutInsteadOfKeepingChangesForAReaderWhoNeverComes() throws InterruptedException {
        for (int version = 6; version < 20_010; version++) {
            feed.offer(change(version, ResourceKinds.PODS, "shop", "a"));
        }

        assertThat(feed.isCut()).isTrue();
        assertThat(feed.next(NOT_AT_ALL)).isEmpty();
    }

    @Test
    void forgetsWhatWasLeftWhenItIsCut() throws InterruptedException {
        feed.offer(change(6, ResourceKinds.PODS, "shop", "a"));
        feed.cut();

        assertThat(feed.next(Duration.ofSeconds(30))).isEmpty();
        assertThat(feed.isCut()).isTrue();
    }

    @Test
    void saysWhenItIsClosed() {
        feed.close();

        assertThat(closed).containsExactly(feed);
        assertThat(feed.start().version()).isEqualTo(5);
    }

    private static StoredChange change(long version, ResourceKind kind, String namespace, String name) {
        return new StoredChange(version, new ObjectKey(kind, namespace, name), null, Fields.newObject(),
                StoredChange.Kind.CREATED);
    }
}
