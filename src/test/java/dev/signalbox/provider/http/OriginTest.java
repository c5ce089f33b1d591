package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    private static final Origin GITHUB = BaseUrl.parse("https://api.github.com").origin();

    private static @Nullable Origin of(String address) {
        try {
            return Origin.of(new URI(address));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.github.com", "https://api.github.com:443/x", "https://api.github.com/a?b#c"})
    void theSameOriginIsTheSame(String address) {
        assertThat(of(address)).isEqualTo(GITHUB);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://api.github.com.evil.tld/", "https://api.github.com@evil/", "https://x@api.github.com/",
        "https://API.GITHUB.COM/", "https://api.github.com./", "https://api.github.com:444/", "http://api.github.com/",
        "http://api.github.com:443/", "https://xn--pi-7kc.github.com/", "https://\u0430pi.github.com/",
        "https://[::1]/",
        "HTTPS://api.github.com/", "https:api.github.com", "//api.github.com", "https://api.github.com\\@evil/",
        "https://api.github.com%2eevil/", "ftp://api.github.com/", "https://api.github.com:443:80/",
        "https:///api.github.com",
        "https://evil/https://api.github.com", "https://api.github.com\t/", "https://api_github.com/", "api.github.com"
    })
    void anythingElseIsAnother(String address) {
        assertThat(of(address)).isNotEqualTo(GITHUB);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, true", "http://localhost:8080, true", "http://127.0.0.1:1, true", "http://[::1]:1, true",
        "http://example.com, false", "http://localhost.example.com, false", "http://127.0.0.1.example.com, false"
    })
    void plainHttpIsForThisMachineOnly(String address, boolean allowed) {
        assertThat(of(address)).isNotNull().extracting(Origin::isAllowed).isEqualTo(allowed);
    }

    @Test
    void isWrittenWithoutItsStandardPort() {
        assertThat(GITHUB).hasToString("https://api.github.com");
        assertThat(of("http://127.0.0.1:81/x")).hasToString("http://127.0.0.1:81");
        assertThat(of("https://[::1]:8443/")).hasToString("https://[::1]:8443");
    }
}
