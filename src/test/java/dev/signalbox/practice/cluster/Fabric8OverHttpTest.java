package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A client that nobody here wrote.
class Fabric8OverHttpTest {

    private final ClusterOverHttp http = new ClusterOverHttp();

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void listsAndReads() {
        try (KubernetesClient client = client(true)) {
            assertThat(client.pods().inNamespace("shop").withLabel("app", "web").list().getItems()).hasSize(3);
            Deployment web = client.apps().deployments().inNamespace("shop").withName("web").get();
            assertThat(web.getStatus().getReadyReplicas()).isEqualTo(3);
            assertThat(client.getKubernetesVersion().getMajor()).isEqualTo("1");
            assertThat(client.pods().inAnyNamespace().list(new ListOptionsBuilder().withLimit(1L).build()).getItems())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void informsAboutEveryPodOfARollout(boolean onlyHttpWatches) throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (KubernetesClient client = client(onlyHttpWatches);
                SharedIndexInformer<Pod> informer = client.pods().inNamespace("shop").inform(recording(seen))) {
            assertThat(informer.getStore().list()).hasSize(3);
            await(seen, "added", 3);
            http.cluster.setImage("shop", "Deployment", "web", "r/web:3", Map.of(), "pipeline", "");
            http.run(Duration.ofSeconds(30));

            await(seen, "deleted", 3);
            assertThat(informer.getStore().list()).hasSize(3)
                    .allMatch(pod -> pod.getSpec().getContainers().get(0).getImage().equals("r/web:3"));
        }
    }

    @Test
    void patchesWithATestAndTriesItBefore() {
        try (KubernetesClient client = client(true)) {
            Deployment stub =
                    new DeploymentBuilder().withNewMetadata().withNamespace("shop").withName("web").endMetadata()
                            .build();
            String patch = "[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":3},"
                    + "{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":5}]";
            PatchContext dry = new PatchContext.Builder().withPatchType(PatchType.JSON).withDryRun(List.of("All"))
                    .withFieldManager("signalbox").build();
            PatchContext real = new PatchContext.Builder().withPatchType(PatchType.JSON).withFieldManager("signalbox")
                    .build();

            assertThat(client.resource(stub).patch(dry, patch).getSpec().getReplicas()).isEqualTo(5);
            assertThat(client.resource(stub).get().getSpec().getReplicas()).isEqualTo(3);
            assertThat(client.resource(stub).patch(real, patch).getSpec().getReplicas()).isEqualTo(5);
            assertThatThrownBy(() -> client.resource(stub).patch(real, patch))
                    .isInstanceOfSatisfying(KubernetesClientException.class,
                            refused -> assertThat(refused.getCode()).isEqualTo(422));
        }
    }

    @Test
    void asksWhatItMayDo() {
        http.cluster.deny("patch", "daemonsets", "*");
        try (KubernetesClient client = client(true)) {
            assertThat(mayPatch(client, "deployments")).isTrue();
            assertThat(mayPatch(client, "daemonsets")).isFalse();
        }
    }

    @Test
    void readsALog() {
        try (KubernetesClient client = client(true)) {
            String name = client.pods().inNamespace("shop").list().getItems().get(0).getMetadata().getName();

            assertThat(client.pods().inNamespace("shop").withName(name).tailingLines(2).getLog().lines()).hasSize(2);
        }
    }

    private KubernetesClient client(boolean onlyHttpWatches) {
        Config config = new ConfigBuilder(Config.empty()).withMasterUrl(http.address.toString())
                .withOauthToken(ClusterOverHttp.TOKEN).withOnlyHttpWatches(onlyHttpWatches)
                .withRequestRetryBackoffLimit(0).build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static boolean mayPatch(KubernetesClient client, String resource) {
        return client.authorization().v1().selfSubjectAccessReview()
                .create(new SelfSubjectAccessReviewBuilder().withNewSpec().withNewResourceAttributes()
                        .withNamespace("shop").withVerb("patch").withGroup("apps").withResource(resource)
                        .endResourceAttributes().endSpec().build())
                .getStatus().getAllowed();
    }

    private static void await(BlockingQueue<String> seen, String kind, int times) throws InterruptedException {
        int left = times;
        while (left > 0) {
            String next = seen.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("another pod " + kind).isNotNull();
            left -= kind.equals(next) ? 1 : 0;
        }
    }

    private static ResourceEventHandler<Pod> recording(BlockingQueue<String> seen) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(Pod pod) {
                seen.add("added");
            }

            @Override
            public void onUpdate(Pod before, Pod after) {
                seen.add("updated");
            }

            @Override
            public void onDelete(Pod pod, boolean unknown) {
                seen.add("deleted");
            }
        };
    }
}
