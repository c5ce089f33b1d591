package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireClientTest {

    @Test
    void aConnectionThatIsKeptTakesLittle() {
        assertThat(WireClient.bounds().getBufferSize()).as("of three for each connection").isEqualTo(8 * 1024);
    }
}
