package pro.reelsai.gateway;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A test of the whole gateway, through its front door; all such tests share one gateway and one stack. */
@Target(TYPE)
@Retention(RUNTIME)
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
public @interface GatewayTest {}
