package dev.signalbox.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRefTest {

    @ParameterizedTest
    @CsvSource({
        "nginx,nginx,,",
        "nginx:1.27,nginx,1.27,",
        "acme/checkout:v2,acme/checkout,v2,",
        "registry:5000/team/app,registry:5000/team/app,,",
        "registry:5000/team/app:v1,registry:5000/team/app,v1,",
        "registry:5000/app@sha256:ab12,registry:5000/app,,sha256:ab12",
        "registry:5000/app:v1@sha256:ab12,registry:5000/app,v1,sha256:ab12",
        "[::1]:5000/app:v1,[::1]:5000/app,v1,"
    })
    void takesAReferenceApart(String text, String repository, @Nullable String tag, @Nullable String digest) {
        assertThat(ImageRef.parse(text)).isEqualTo(new ImageRef(text, repository, tag, digest));
    }

    @ParameterizedTest
    @CsvSource({
        "nginx,latest",
        "nginx:1.27,1.27",
        "app:v1@sha256:0123456789abcdef,v1",
        "app@sha256:0123456789abcdef,0123456789ab",
        "app@sha256:0123456789ab,0123456789ab",
        "app@sha256:01,01",
        "app@0123456789abcdef,0123456789ab",
        "app:@sha256:ab,ab",
        "app:,latest",
        "app@,latest",
        "app@sha256:,latest"
    })
    void callsAVersionByItsTagThenItsDigestThenLatest(String text, String version) {
        assertThat(ImageRef.parse(text).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"nginx,nginx", "acme/checkout:v2,checkout", "registry:5000/a/b/app@sha256:ab,app", "trailing/,''"})
    void isNamedByTheLastSegmentOfItsRepository(String text, String name) {
        assertThat(ImageRef.parse(text).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", ":", "/", ":@", "@:", "://", "a@b@c", "a:b:c", "\u202Eapp:v1", "🚂:🚃@🚋"})
    void neverFailsAndKeepsTheTextAsWritten(String text) {
        assertThat(ImageRef.parse(text).text()).isEqualTo(text);
        assertThatCode(() -> ImageRef.parse(text).version()).doesNotThrowAnyException();
    }
}
