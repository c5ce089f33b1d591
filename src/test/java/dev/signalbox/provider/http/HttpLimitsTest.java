package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpLimitsTest {

    @Test
    void twoDeadAddressesLeaveTimeForAThird() {
        HttpLimits limits = HttpLimits.standard();

        assertThat(limits.connectOne().multipliedBy(2)).isLessThan(limits.connect());
        assertThat(limits.connectOne()).isGreaterThan(limits.connect().dividedBy(4));
    }
}
