package pro.reelsai.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pro.reelsai.local.stack.Service;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/** The faults that the suite has to bear. */
final class Faults {
    private static final int DISK_MEGABYTES = 64;
    private static final int ADS = 4;
    private static final List<String> STAGES =
            Stage.ofAnAd().stream().map(Stage::wireName).toList();

    private Faults() {}

    /** What every build tries. */
    static List<Fault> quick() {
        return List.of(new Fault("kill -9 of every stage, every request three times", 3, Faults::killAndRepeat)
                .withFreeVoice());
    }

    /** All of them. */
    static List<Fault> all() {
        // Faults of the same world stand together: they share a suite.
        Map<Service, Integer> two =
                Stage.ofAnAd().stream().collect(Collectors.toMap(stage -> Service.valueOf(stage.name()), stage -> 2));
        List<Fault> all = new ArrayList<>(List.of(
                new Fault("nothing", ADS, (suite, random, over) -> {}),
                new Fault("kill -9 of lip-sync while Replicate works", 2 * ADS, Faults::killWhileParked),
                new Fault("death of every stage at every moment", ADS, Faults::dieAtEveryMoment),
                new Fault("kill -TERM of every stage", ADS, Faults::stopEachStageOnce),
                new Fault("kill -9 of the gateway", ADS, killing("gateway", 3)),
                new Fault("kill -9 of the broker", ADS, killing("kafka", 3)),
                new Fault("kill -9 of PostgreSQL", ADS, killing("postgres", 3)),
                new Fault("kill -9 of the storage server", ADS, killing("storage", 3)),
                new Fault("broker away for 60 s", ADS, away("kafka", Duration.ofSeconds(60))),
                new Fault("database away for 60 s", ADS, away("postgres", Duration.ofSeconds(60))),
                new Fault("storage away for 60 s", ADS, away("storage", Duration.ofSeconds(60))),
                new Fault("storage answers 500", ADS, storage("{\"kind\":\"refuse\",\"status\":500,\"times\":20}")),
                new Fault("storage cuts uploads half-way", ADS, storage("{\"kind\":\"cut\",\"times\":20}")),
                new Fault("storage times out", ADS, storage("{\"kind\":\"stall\",\"stall_ms\":20000,\"times\":6}")),
                new Fault("every request three times", ADS, Faults::repeatEveryRequest),
                new Fault("events out of order", ADS, Faults::replayOutOfOrder),
                new Fault("kill -9 of stages at random moments", 50, Faults::killStages).withFreeVoice(),
                new Fault("two replicas each, rebalance in the middle", 2 * ADS, two, Faults::rebalance),
                new Fault("a stage that hangs for 40 s", ADS, two, hanging("editing", Duration.ofSeconds(40)))));
        if (SmallDisk.isPossible()) {
            all.add(new Fault("disk full for 30 s", ADS, new World(DISK_MEGABYTES, null), Faults::fillTheDisk));
        }
        if (FakeClock.isPossible()) {
            all.add(clockJumps());
        }
        return all;
    }

    private static Fault clockJumps() {
        try {
            FakeClock clock = FakeClock.create();
            return new Fault("clock jumps of 20 minutes", ADS, new World(0, clock), (suite, random, over) -> {
                for (String offset : List.of("+20m", "-20m", "+0s")) {
                    pause(random, 5000, 8000);
                    clock.jump(offset);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fillTheDisk(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        pause(random, 3000, 6000);
        Path filler = suite.disk().fill();
        Thread.sleep(Duration.ofSeconds(30));
        Files.delete(filler);
    }

    private static Fault.Strike storage(String fault) {
        return (suite, random, over) -> {
            pause(random, 1000, 3000);
            suite.planStorageFault(fault);
        };
    }

    private static void killAndRepeat(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        killEachStageOnce(suite, random, over);
        repeatEveryRequest(suite, random, over);
    }

    private static void killEachStageOnce(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        for (String stage : STAGES) {
            pause(random, 1500, 3500);
            suite.kill(stage);
            suite.heal();
        }
    }

    /** As exactly as no kill from outside can be: before the upload, before and after the outcome is told. */
    private static void dieAtEveryMoment(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        for (String stage : STAGES) {
            suite.planStageFaults(stage, "work die", "upload die", "emit die", "acknowledge die");
        }
        while (!over.getAsBoolean()) {
            pause(random, 500, 1000);
            try {
                suite.heal();
            } catch (StackException e) {
                // Its next death was planned for the very job it found when it started: it is started once more.
                pause(random, 100, 200);
            }
        }
    }

    /** As soon as Replicate has begun to work, whether that was noted already or not. */
    private static void killWhileParked(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        int before = suite.vendors().predictions();
        for (int videos = 1; videos <= ADS && !over.getAsBoolean(); videos++) {
            while (suite.vendors().predictions() < before + videos && !over.getAsBoolean()) {
                pause(random, 50, 100);
            }
            suite.kill("lipsync");
            suite.heal();
        }
    }

    private static void stopEachStageOnce(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        for (String stage : STAGES) {
            pause(random, 1500, 3500);
            stop(suite, stage);
            suite.heal();
        }
    }

    private static void stop(FaultSuite suite, String part) throws Exception {
        ProcessHandle process = suite.process(part);
        suite.signal(part, "TERM");
        process.onExit().get(90, TimeUnit.SECONDS);
    }

    private static void killStages(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        while (!over.getAsBoolean()) {
            pause(random, 1000, 9000);
            suite.kill(STAGES.get(random.nextInt(STAGES.size())));
            suite.heal();
        }
    }

    private static Fault.Strike killing(String part, int times) {
        return (suite, random, over) -> {
            for (int i = 0; i < times; i++) {
                pause(random, 2000, 8000);
                suite.kill(part);
                suite.heal();
            }
        };
    }

    private static Fault.Strike away(String part, Duration outage) {
        return (suite, random, over) -> {
            pause(random, 3000, 6000);
            suite.kill(part);
            Thread.sleep(outage);
            suite.heal();
        };
    }

    private static Fault.Strike hanging(String part, Duration time) {
        return (suite, random, over) -> {
            pause(random, 4000, 8000);
            suite.signal(part, "STOP");
            Thread.sleep(time);
            suite.signal(part, "CONT");
        };
    }

    private static void repeatEveryRequest(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        List<String> topics = Stage.ofAnAd().stream().map(Topics::requested).toList();
        List<String> repeated = new ArrayList<>();
        long begin = System.currentTimeMillis() - 10_000;
        do {
            pause(random, 300, 600);
            List<ConsumerRecord<String, byte[]>> fresh = EventLog.read(suite.kafka(), topics).stream()
                    .filter(record -> record.timestamp() > begin)
                    .filter(record -> !repeated.contains(EventLog.id(record)))
                    .toList();
            fresh.forEach(record -> repeated.add(EventLog.id(record)));
            EventLog.resend(suite.kafka(), fresh);
            EventLog.resend(suite.kafka(), fresh);
        } while (!over.getAsBoolean());
    }

    private static void replayOutOfOrder(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        while (!over.getAsBoolean()) {
            pause(random, 1500, 3000);
            List<ConsumerRecord<String, byte[]>> everything =
                    new ArrayList<>(EventLog.read(suite.kafka(), Topics.events()));
            Collections.shuffle(everything, random);
            EventLog.resend(suite.kafka(), everything.subList(0, Math.min(40, everything.size())));
        }
    }

    private static void rebalance(FaultSuite suite, Random random, BooleanSupplier over) throws Exception {
        for (String stage : STAGES) {
            pause(random, 2000, 5000);
            stop(suite, stage + "-2");
            pause(random, 2000, 5000);
            suite.heal();
        }
    }

    private static void pause(Random random, int fromMillis, int toMillis) throws InterruptedException {
        Thread.sleep(random.nextInt(fromMillis, toMillis));
    }
}
