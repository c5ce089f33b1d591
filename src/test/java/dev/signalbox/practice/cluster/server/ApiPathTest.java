package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
            api/v1/pods                                        | Pod           | ''   | ''   | ''
            api/v1/namespaces                                  | Namespace     | ''   | ''   | ''
            api/v1/namespaces/shop                             | Namespace     | ''   | shop | ''
            api/v1/namespaces/shop/pods                        | Pod           | shop | ''   | ''
            api/v1/namespaces/shop/pods/web-0                  | Pod           | shop | web-0 | ''
            api/v1/namespaces/shop/pods/web-0/log              | Pod           | shop | web-0 | log
            api/v1/nodes/practice-node-1                       | Node          | ''   | practice-node-1 | ''
            apis/apps/v1/deployments                           | Deployment    | ''   | ''   | ''
            apis/apps/v1/namespaces/shop/deployments/web       | Deployment    | shop | web  | ''
            apis/apps/v1/namespaces/shop/deployments/web/scale | Deployment    | shop | web  | scale
            apis/coordination.k8s.io/v1/namespaces/a/leases/b  | Lease         | a    | b    | ''
            apis/apps/v1/namespaces/namespaces/deployments/namespaces | Deployment | namespaces | namespaces | ''
            """)
    void readsWhatAnAddressNames(String path, String kind, String namespace, String name, String subresource) {
        ApiPath read = parse(path);

        assertThat(read.kind().kind()).isEqualTo(kind);
        assertThat(read.namespace()).isEqualTo(namespace);
        assertThat(read.name()).isEqualTo(name);
        assertThat(read.subresource()).isEqualTo(subresource);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1", "apis/apps/v1", "api/v1/secrets", "api/v2/pods", "apis/apps/v1/pods",
        "api/v1/deployments", "apis/apps/v1beta1/deployments", "api/v1/pods/web-0",
        "api/v1/namespaces/shop/nodes", "api/v1/namespaces/shop/nodes/practice-node-1",
        "apis/apps/v1/deployments/web/scale", "api/v1/namespaces/shop/pods/web-0/log/more",
        "apis/apps/v1/namespaces/shop/deployments/web/scale/more", "apis/apps/v1/namespaces/shop"})
    void findsNothingAtAnAddressThatARealServerDoesNotHave(String path) {
        assertThatThrownBy(() -> parse(path))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(404))
                .hasMessage("the server could not find the requested resource");
    }

    @Test
    void namesTheObjectAndTheResourceForTheRulesOfAccess() {
        ApiPath scale = parse("apis/apps/v1/namespaces/shop/deployments/web/scale");

        assertThat(scale.key()).isEqualTo(new ObjectKey(ResourceKinds.DEPLOYMENTS, "shop", "web"));
        assertThat(scale.resource()).isEqualTo("deployments/scale");
        assertThat(parse("apis/apps/v1/namespaces/shop/deployments/web").resource()).isEqualTo("deployments");
    }

    private static ApiPath parse(String path) {
        return ApiPath.parse(List.of(path.split("/", -1)));
    }
}
