package dev.signalbox.history;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.JournalFailure;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// An action as JSON and back. Sealed types carry a `kind` from a closed list; nothing in the text can name a class.
final class ActionJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .visibility(com.fasterxml.jackson.annotation.PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .addMixIn(Intent.class, IntentKinds.class)
            .addMixIn(Intent.RerunRun.Scope.class, ScopeKinds.class)
            .addMixIn(Precondition.class, PreconditionKinds.class)
            .addMixIn(Expectation.class, ExpectationKinds.class)
            .addMixIn(Gate.class, GateKinds.class)
            .addMixIn(Undo.class, UndoKinds.class)
            .addMixIn(Guard.class, GuardKinds.class)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantAsText())
                    .addDeserializer(Instant.class, new InstantFromText()))
            .build();

    String write(ActionRecord action) throws JournalFailure {
        try {
            return mapper.writeValueAsString(action);
        } catch (JsonProcessingException e) {
            throw new JournalFailure("The action cannot be written down.", e);
        }
    }

    /// The action, in whatever shape it was once written; nothing when the text is not one.
    Optional<ActionRecord> read(String text) {
        try {
            return Optional.ofNullable(mapper.treeToValue(
                    OldShapes.renewed(mapper.readTree(text)), ActionRecord.class));
        } catch (JsonProcessingException e) {
            System.getLogger(ActionJson.class.getName())
                    .log(System.Logger.Level.WARNING, "A row of the journal cannot be read.");
            return Optional.empty();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Intent.TriggerRun.class, name = "triggerRun"),
        @Type(value = Intent.RerunRun.class, name = "rerunRun"),
        @Type(value = Intent.CancelRun.class, name = "cancelRun"),
        @Type(value = Intent.ReviewDeployment.class, name = "reviewDeployment"),
        @Type(value = Intent.Redeploy.class, name = "redeploy"),
        @Type(value = Intent.StopEnvironment.class, name = "stopEnvironment"),
        @Type(value = Intent.ProposeTeamFile.class, name = "proposeTeamFile"),
        @Type(value = Intent.WithdrawProposal.class, name = "withdrawProposal"),
        @Type(value = Intent.RollBack.class, name = "rollBack"),
        @Type(value = Intent.RestartWorkload.class, name = "restartWorkload"),
        @Type(value = Intent.PauseRollout.class, name = "pauseRollout"),
        @Type(value = Intent.ResumeRollout.class, name = "resumeRollout"),
        @Type(value = Intent.ScaleWorkload.class, name = "scaleWorkload")
    })
    private interface IntentKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Intent.RerunRun.Scope.All.class, name = "all"),
        @Type(value = Intent.RerunRun.Scope.Failed.class, name = "failed"),
        @Type(value = Intent.RerunRun.Scope.OneJob.class, name = "oneJob")
    })
    private interface ScopeKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Precondition.RunIs.class, name = "runIs"),
        @Type(value = Precondition.RunUnfinished.class, name = "runUnfinished"),
        @Type(value = Precondition.RunFinished.class, name = "runFinished"),
        @Type(value = Precondition.RunUntouched.class, name = "runUntouched"),
        @Type(value = Precondition.AwaitsReview.class, name = "awaitsReview"),
        @Type(value = Precondition.DeploymentKept.class, name = "deploymentKept"),
        @Type(value = Precondition.EnvironmentRuns.class, name = "environmentRuns"),
        @Type(value = Precondition.NoneUnderWay.class, name = "noneUnderWay"),
        @Type(value = Precondition.EnvironmentInUse.class, name = "environmentInUse"),
        @Type(value = Precondition.WorkflowActive.class, name = "workflowActive"),
        @Type(value = Precondition.TeamFileAt.class, name = "teamFileAt"),
        @Type(value = Precondition.BranchAt.class, name = "branchAt"),
        @Type(value = Precondition.RequestIs.class, name = "requestIs"),
        @Type(value = Precondition.WorkloadIs.class, name = "workloadIs"),
        @Type(value = Precondition.NotPaused.class, name = "notPaused"),
        @Type(value = Precondition.RevisionKept.class, name = "revisionKept")
    })
    private interface PreconditionKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Expectation.RunAppears.class, name = "runAppears"),
        @Type(value = Expectation.RunExists.class, name = "runExists"),
        @Type(value = Expectation.AttemptReached.class, name = "attemptReached"),
        @Type(value = Expectation.RunMovesOn.class, name = "runMovesOn"),
        @Type(value = Expectation.GatePassed.class, name = "gatePassed"),
        @Type(value = Expectation.RunStops.class, name = "runStops"),
        @Type(value = Expectation.ReviewListed.class, name = "reviewListed"),
        @Type(value = Expectation.DeploymentAppears.class, name = "deploymentAppears"),
        @Type(value = Expectation.EnvironmentStops.class, name = "environmentStops"),
        @Type(value = Expectation.BranchIs.class, name = "branchIs"),
        @Type(value = Expectation.RequestOpens.class, name = "requestOpens"),
        @Type(value = Expectation.RequestCloses.class, name = "requestCloses"),
        @Type(value = Expectation.TemplateIs.class, name = "templateIs"),
        @Type(value = Expectation.RestartMarked.class, name = "restartMarked"),
        @Type(value = Expectation.PausedIs.class, name = "pausedIs"),
        @Type(value = Expectation.ReplicasAre.class, name = "replicasAre"),
        @Type(value = Expectation.Nothing.class, name = "nothing")
    })
    private interface ExpectationKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Gate.Environment.class, name = "environment"),
        @Type(value = Gate.Deployment.class, name = "deployment"),
        @Type(value = Gate.ManualJob.class, name = "manualJob")
    })
    private interface GateKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Undo.ByIntent.class, name = "byIntent"),
        @Type(value = Undo.Impossible.class, name = "impossible")
    })
    private interface UndoKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @Type(value = Guard.Press.class, name = "press"),
        @Type(value = Guard.TypeName.class, name = "typeName")
    })
    private interface GuardKinds {}

    private static final class InstantAsText extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantAsText() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class InstantFromText extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantFromText() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(in.getValueAsString(""));
            } catch (DateTimeException e) {
                throw context.weirdStringException("", Instant.class, "not a time");
            }
        }
    }
}
