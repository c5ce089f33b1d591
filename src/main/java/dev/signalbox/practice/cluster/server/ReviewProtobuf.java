package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads the reviews that `kubectl auth` sends as protobuf, whatever the server would prefer. The field numbers are those
/// of `k8s.io/api/authorization/v1/generated.proto`; the envelope is `k8s.io/apimachinery/pkg/runtime.Unknown` after four
/// bytes of magic.
final class ReviewProtobuf {

    static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final List<String> RESOURCE = List.of("namespace", "verb", "group", "version", "resource",
            "subresource", "name");
    private static final int LENGTH_DELIMITED = 2;

    private final byte[] bytes;
    private int at;

    private ReviewProtobuf(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /// The review as JSON would have it.
    static ObjectNode read(byte[] body) {
        if (body.length < MAGIC.length || !Arrays.equals(body, 0, 4, MAGIC, 0, 4)) {
            throw Refusal.badRequest("provided data does not appear to be a protobuf message");
        }
        try {
            ReviewProtobuf envelope = new ReviewProtobuf(body, MAGIC.length);
            byte[] type = envelope.field(1);
            byte[] raw = new ReviewProtobuf(body, MAGIC.length).field(2);
            ObjectNode review = Fields.newObject();
            review.put("apiVersion", text(new ReviewProtobuf(type, 0).field(1)));
            review.put("kind", text(new ReviewProtobuf(type, 0).field(2)));
            spec(review, new ReviewProtobuf(raw, 0).field(2));
            return review;
        } catch (IndexOutOfBoundsException | ArithmeticException truncated) {
            throw Refusal.badRequest("the protobuf message is truncated");
        }
    }

    private static void spec(ObjectNode review, byte[] spec) {
        ObjectNode into = review.putObject("spec");
        switch (review.path("kind").asText()) {
            case "SelfSubjectRulesReview" -> into.put("namespace", text(new ReviewProtobuf(spec, 0).field(1)));
            case "SelfSubjectAccessReview" -> {
                byte[] resource = new ReviewProtobuf(spec, 0).field(1);
                byte[] path = new ReviewProtobuf(spec, 0).field(2);
                if (path.length > 0) {
                    into.putObject("nonResourceAttributes").put("path", text(new ReviewProtobuf(path, 0).field(1)))
                            .put("verb", text(new ReviewProtobuf(path, 0).field(2)));
                    return;
                }
                ObjectNode attributes = into.putObject("resourceAttributes");
                for (int number = 1; number <= RESOURCE.size(); number++) {
                    String value = text(new ReviewProtobuf(resource, 0).field(number));
                    if (!value.isEmpty()) {
                        attributes.put(RESOURCE.get(number - 1), value);
                    }
                }
            }
            default -> into.removeAll();
        }
    }

    /// The first length-delimited field with that number; empty when it is absent.
    private byte[] field(int wanted) {
        while (at < bytes.length) {
            long tag = varint();
            if ((tag & 7) != LENGTH_DELIMITED) {
                varint();
                continue;
            }
            int length = Math.toIntExact(varint());
            if (length < 0 || length > bytes.length - at) {
                throw new IndexOutOfBoundsException();
            }
            byte[] value = Arrays.copyOfRange(bytes, at, at + length);
            at += length;
            if (tag >>> 3 == wanted) {
                return value;
            }
        }
        return new byte[0];
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
