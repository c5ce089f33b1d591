package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com, https://api.github.com",
        "https://API.GitHub.com/, https://api.github.com",
        "https://ghe.example.com/api/v3/, https://ghe.example.com/api/v3",
        "https://ghe.example.com:8443/api/v3, https://ghe.example.com:8443/api/v3",
        "HTTPS://x.example.com, https://x.example.com",
        "http://127.0.0.1:4711, http://127.0.0.1:4711",
        "http://localhost:4711/team-1, http://localhost:4711/team-1",
        "https://[2001:db8::1]/, https://[2001:db8::1]"
    })
    void acceptsWhatPeopleWrite(String written, String meant) {
        assertThat(BaseUrl.parse(written)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "api.github.com", "https://a@b@c/", "https://a\\@b", "https://host:80:90", "https:///x", "https:// host/",
        "https://host/\r\nX: y", "https://host\u0000/", "https://user:secretpassword@host/", "https://host/?x=1",
        "https://host/#x", "https://host/a/../b", "https://host/%2e%2e/", "https://host//x", "https://host/a b",
        "http://api.github.com", "ftp://host/", "file:///etc/passwd", "javascript:alert(1)", "https://-host/",
        "https://host-/", "https://ho_st/", "https://host:0/", "https://host:99999/", "https://host:/x y",
        "https://.host/",
        "https://host./", "https://\u0430pi.github.com/", "https://169.254.169.254/latest", "https://[fe80::1]/",
        "https://0.0.0.0/", "https://[::]/", "https://[::ffff:169.254.169.254]/", "https://2852039166/",
        "https://0xa9fea9fe/",
        "https://host/x%0d%0aHost:%20evil", "mailto:a@b", "https://host%0a.evil/", "https://a,b/", "https://[::1"
    })
    void refusesEverythingElse(String written) {
        assertThatThrownBy(() -> BaseUrl.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address ")
                .hasMessageNotContaining("secretpassword")
                .hasNoCause();
    }

    @Test
    void refusesAHostOrAnAddressThatIsTooLong() {
        String labels = "a.".repeat(500) + "a";
        assertThatThrownBy(() -> BaseUrl.parse("https://" + labels)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BaseUrl.parse("https://host/" + "a".repeat(3000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHostThatIsConnectedToIsTheOneThatWasParsed() {
        BaseUrl base = BaseUrl.parse("https://ghe.example.com:8443/api/v3");
        assertThat(Origin.of(base.url("repos", "a@evil.com:80").uri())).isEqualTo(base.origin());
    }
}
