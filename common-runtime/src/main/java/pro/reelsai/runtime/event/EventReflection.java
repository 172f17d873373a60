package pro.reelsai.runtime.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Asset;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Product;
import pro.reelsai.model.Rendition;
import pro.reelsai.model.Script;
import pro.reelsai.model.ScriptBeat;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.Voice;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.model.event.RunCancelled;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.Shadow;
import pro.reelsai.model.event.StageRequested;

/** Tells the native image what Jackson reads and writes; the model itself knows no framework. */
@RegisterForReflection(
        targets = {
            Actor.class,
            Asset.class,
            Fingerprint.class,
            ObjectKey.class,
            Product.class,
            Rendition.class,
            Script.class,
            ScriptBeat.class,
            SpeechMarks.class,
            SpeechMarks.Word.class,
            SpeechMarks.Phone.class,
            StageContext.class,
            StageOutput.class,
            StoredObject.class,
            VideoConfiguration.class,
            Voice.class,
            LipsyncCallback.class,
            RunCancelled.class,
            RunCompleted.class,
            RunFailed.class,
            RunProgress.class,
            ScriptGenerated.class,
            Shadow.class,
            StageRequested.class
        })
final class EventReflection {
    private EventReflection() {}
}
