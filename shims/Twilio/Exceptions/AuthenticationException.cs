namespace Twilio.Exceptions;

/// <summary>Nobody has said in whose name to call.</summary>
public class AuthenticationException(string message) : TwilioException(message);
