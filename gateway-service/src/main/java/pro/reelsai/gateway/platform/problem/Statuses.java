package pro.reelsai.gateway.platform.problem;

/** What to tell somebody whose request was refused before it reached any code of ours. */
final class Statuses {
    private Statuses() {}

    static String explain(int status) {
        return switch (status) {
            case 400 -> "The request could not be read";
            case 401 -> "Send a valid access token as 'Authorization: Bearer …'";
            case 403 -> "This is not allowed";
            case 404 -> "There is nothing at this address";
            case 405 -> "This address does not take that method";
            case 406 -> "This address answers application/json";
            case 408 -> "The request did not arrive in time";
            case 413 -> "The request is too large";
            case 414 -> "The address is too long";
            case 415 -> "This address does not take that media type";
            case 431 -> "The request's headers are too large";
            default -> status >= 500 ? "Something went wrong on our side" : "The request was refused";
        };
    }
}
