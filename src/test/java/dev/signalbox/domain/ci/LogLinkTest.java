package dev.signalbox.domain.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinkTest {

    private static final JobKey JOB =
            new JobKey(new RunId(new RepositoryId(new ConnectionId("github"), "acme", "web.app"), 123), 456);

    @Test
    void isTheSameAfterItWasPassedOn() {
        LogLink link = new LogLink(JOB, 78);
        assertThat(link.text()).isEqualTo("signalbox:log/github/acme/web.app/123/456#L78");
        assertThat(LogLink.parse("  " + link.text() + "\n")).contains(link);
    }

    @Test
    void mayNameNoLine() {
        assertThat(new LogLink(JOB, 0).text()).isEqualTo(new LogLink(JOB, 5).page());
        assertThat(LogLink.parse(new LogLink(JOB, 5).page())).contains(new LogLink(JOB, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme/platform", "acme/platform/2024/7"})
    void findsARepositoryInGroupsWithinGroups(String owner) {
        RepositoryId repository = new RepositoryId(new ConnectionId("gitlab"), owner, "web");
        LogLink link = new LogLink(new JobKey(new RunId(repository, 1), 2), 3);
        assertThat(LogLink.parse(link.text())).contains(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"our GitHub", "a/b", "50%20", "#1", "é", "%2F"})
    void takesAnyNameOfAConnection(String name) {
        RepositoryId repository = new RepositoryId(new ConnectionId(name), "acme", "web");
        LogLink link = new LogLink(new JobKey(new RunId(repository, 1), 2), 3);
        assertThat(LogLink.parse(link.text())).contains(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "checkout", "https://github.com/acme/web", "signalbox:log/github/acme/web/123",
        "signalbox:log/github/acme/web/x/456#L1", "signalbox:log/github/acme/web/1/2#L", "signalbox:log/g/../w/1/2#Lx",
        "signalbox:log/github/ac me/web/1/2", "signalbox:log/github/acme/web/9999999999999999999999/2",
        "open signalbox:log/github/acme/web/1/2",
    })
    void isNothingElse(String text) {
        assertThat(LogLink.parse(text)).isEmpty();
    }
}
