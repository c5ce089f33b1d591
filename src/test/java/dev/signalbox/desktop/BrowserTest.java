package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "file:///bin/x", "vscode://x/y", "javascript:alert(1)", "smb://host/x", "http://example.com/", "ms-msdt:/x",
        "https:///nohost", "https://user@github.com/", "mailto:a@b"
    })
    void opensNothingButSecurePages(String address) {
        assertThat(Browser.mayOpen(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://github.com/acme/checkout", "HTTPS://GITHUB.COM/", "http://127.0.0.1:8080/x"})
    void opensSecurePagesAndPractice(String address) {
        assertThat(Browser.mayOpen(URI.create(address))).isTrue();
    }

    @Test
    void startsTheProgramOnlyFromTheGivenPlaces(@TempDir Path folder) throws IOException {
        Browser browser = new Browser("Linux", List.of(folder), Set::of);
        assertThat(browser.open(URI.create("https://github.com/"))).isFalse();

        Path program = Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\nexit 0\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(browser.open(URI.create("https://github.com/"))).isTrue();
    }

    @Test
    void theProgramGetsTheEnvironmentWithoutWhatIsKept(@TempDir Path folder) throws Exception {
        Path told = folder.resolve("told");
        Path program = Files.writeString(
                folder.resolve("xdg-open"),
                "#!/bin/sh\nprintf '%s' \"${HOME:+home}\" > " + told + ".new\nmv " + told + ".new " + told + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(System.getenv("HOME")).isNotNull();

        assertThat(new Browser("Linux", List.of(folder), () -> Set.of("HOME")).open(URI.create("https://github.com/")))
                .isTrue();

        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 1_200 && !Files.exists(told); i++) {
            boolean unused = never.await(50, TimeUnit.MILLISECONDS);
        }
        assertThat(told).isEmptyFile();
    }
}
