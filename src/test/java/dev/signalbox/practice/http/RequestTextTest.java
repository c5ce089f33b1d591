package dev.signalbox.practice.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.http.RequestText.Parameter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestTextTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void aBodyIsReadAsText() throws IOException {
        assertThat(RequestText.body(new ByteArrayInputStream("{\"a\": \"é\"}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("{\"a\": \"é\"}");
    }

    @Test
    void aBodyThatIsTooLargeIsReadOverSoThatTheAnswerArrives() throws IOException {
        ByteArrayInputStream sent = new ByteArrayInputStream(new byte[3 * MEBIBYTE]);
        assertThat(RequestText.body(sent)).hasSize(MEBIBYTE);
        assertThat(sent.available()).isZero();
    }

    @Test
    void aDocumentIsMissingReadOrUnreadable() {
        assertThat(RequestText.json("").isMissingNode()).isTrue();
        assertThat(RequestText.json("{\"ref\": \"main\"}").path("ref").asText()).isEqualTo("main");
        assertThat(RequestText.json("null").isNull()).isTrue();
        assertThat(RequestText.json("{").isPojo()).isTrue();
    }

    @Test
    void segmentsAreDecodedOneByOne() {
        assertThat(RequestText.segments("/repos/acme%2Fshop/a+b/")).containsExactly("repos", "acme/shop", "a+b");
        assertThat(RequestText.segments("/")).containsExactly("");
        assertThat(RequestText.segments("//x")).containsExactly("", "x");
    }

    @Test
    void parametersKeepTheirOrderAndMayComeTwice() {
        assertThat(RequestText.parameters("b=1+2&a%5B%5D=%26&b=&flag"))
                .containsExactly(
                        new Parameter("b", "1 2"),
                        new Parameter("a[]", "&"),
                        new Parameter("b", ""),
                        new Parameter("flag", ""));
    }

    @Test
    void thereAreNoParametersInNothing() {
        assertThat(RequestText.parameters(null)).isEmpty();
        assertThat(RequestText.parameters("")).isEmpty();
    }

    @Test
    void whatNobodyEncodedStaysAsItIs() {
        assertThat(RequestText.parameters("share=100%&x=%zz"))
                .containsExactly(new Parameter("share", "100%"), new Parameter("x", "%zz"));
    }
}
