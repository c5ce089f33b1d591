package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReviewProtobufTest {

    @Test
    void readsAnAccessReview() {
        byte[] attributes = join(field(1, "shop"), field(2, "patch"), field(3, "apps"), field(5, "deployments"),
                field(6, "scale"));
        ObjectNode review = ReviewProtobuf.read(message("SelfSubjectAccessReview", field(1, attributes)));

        assertThat(review.path("kind").asText()).isEqualTo("SelfSubjectAccessReview");
        assertThat(review.path("apiVersion").asText()).isEqualTo("authorization.k8s.io/v1");
        assertThat(review.at("/spec/resourceAttributes").toString()).isEqualTo(
                "{\"namespace\":\"shop\",\"verb\":\"patch\",\"group\":\"apps\",\"resource\":\"deployments\","
                        + "\"subresource\":\"scale\"}");
    }

    @Test
    void readsAReviewOfAPath() {
        byte[] path = join(field(1, "/version"), field(2, "get"));
        ObjectNode review = ReviewProtobuf.read(message("SelfSubjectAccessReview", field(2, path)));

        assertThat(review.at("/spec/nonResourceAttributes/path").asText()).isEqualTo("/version");
        assertThat(review.at("/spec/nonResourceAttributes/verb").asText()).isEqualTo("get");
    }

    @Test
    void readsARulesReview() {
        ObjectNode review = ReviewProtobuf.read(message("SelfSubjectRulesReview", field(1, "shop")));

        assertThat(review.at("/spec/namespace").asText()).isEqualTo("shop");
    }

    @Test
    void stepsOverFieldsThatItDoesNotKnow() {
        byte[] number = {8 << 3, (byte) 0x96, 1};
        ObjectNode review = ReviewProtobuf.read(message("SelfSubjectRulesReview", join(number, field(1, "shop"))));

        assertThat(review.at("/spec/namespace").asText()).isEqualTo("shop");
    }

    @Test
    void refusesWhatIsNoProtobuf() {
        assertThatThrownBy(() -> ReviewProtobuf.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(400));
    }

    @Test
    void refusesEveryMessageThatIsCutShort() {
        byte[] whole = message("SelfSubjectRulesReview", field(1, "shop"));
        for (int length = 0; length < whole.length - 2; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertThat(ReviewProtobuf.read(cut).at("/spec/namespace").asText()).isEmpty();
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo(400);
            }
        }
    }

    @Test
    void refusesLengthsThatLie() {
        byte[] lie = {'k', '8', 's', 0, 1 << 3 | 2, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
        byte[] endless = {'k', '8', 's', 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

        assertThatThrownBy(() -> ReviewProtobuf.read(lie)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ReviewProtobuf.read(endless)).isInstanceOf(Refusal.class);
    }

    private static byte[] message(String kind, byte[] spec) {
        byte[] type = join(field(1, "authorization.k8s.io/v1"), field(2, kind));
        byte[] raw = join(field(1, new byte[0]), field(2, spec));
        return join("k8s\0".getBytes(StandardCharsets.UTF_8), field(1, type), field(2, raw), field(3, ""));
    }

    private static byte[] field(int number, String value) {
        return field(number, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, byte[] value) {
        return join(new byte[] {(byte) (number << 3 | 2), (byte) value.length}, value);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
