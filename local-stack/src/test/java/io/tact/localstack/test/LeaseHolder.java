package io.tact.localstack.test;

/** Main class of a second JVM that holds a lease until its input ends. */
final class LeaseHolder {
    private LeaseHolder() {}

    public static void main(String[] arguments) throws Exception {
        TestStack stack = TestStack.lease("holder");
        System.out.println(
                stack.bootstrapServers() + " " + stack.databasePort() + " " + stack.databaseName());
        System.in.read();
    }
}
