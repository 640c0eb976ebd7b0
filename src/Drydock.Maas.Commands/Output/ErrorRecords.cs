using System.Management.Automation;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Security;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Output;

/// <summary>Makes every error record of the module, so that id, category and target are settled in one place.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord NotConnected() => MakeRecord(
        new MaasException(ErrorIds.NotConnected, "There is no connection to a MAAS in this runspace. Run Connect-Maas first, or pass -Session."),
        ErrorIds.NotConnected,
        ErrorCategory.ConnectionError,
        null);

    public static ErrorRecord SessionClosed(MaasSession session) => MakeRecord(
        new MaasException(ErrorIds.SessionClosed, $"The session {session} was closed. Run Connect-Maas again."),
        ErrorIds.SessionClosed,
        ErrorCategory.ConnectionError,
        session);

    public static ErrorRecord NotAdministrator(MaasSession session, string command) => MakeRecord(
        new MaasException(
            ErrorIds.NotAdministrator, $"{command} needs an administrator; {session.User} is none of {session.Url}. Connect with another API key."),
        ErrorIds.NotAdministrator,
        ErrorCategory.PermissionDenied,
        session);

    public static ErrorRecord NotFound(string errorId, string message, object target) =>
        MakeRecord(new MaasException(errorId, message), errorId, ErrorCategory.ObjectNotFound, target);

    public static ErrorRecord InvalidArgument(string errorId, string message, object? target) =>
        MakeRecord(new MaasException(errorId, message), errorId, ErrorCategory.InvalidArgument, target);

    public static ErrorRecord NobodyToAsk(Exception cause, string query) => MakeRecord(
        new MaasException(
            ErrorIds.ConfirmationNotPossible,
            $"Nothing was done, for nobody can be asked here whether it may be: {query.ReplaceLineEndings(" ")} Give -Confirm:$false where it may.",
            cause),
        ErrorIds.ConfirmationNotPossible,
        ErrorCategory.PermissionDenied,
        query);

    public static ErrorRecord FileNotWritten(Exception cause, string file) => MakeRecord(
        new MaasException(ErrorIds.FileNotWritten, $"{file} could not be written: {cause.Message}", cause),
        ErrorIds.FileNotWritten,
        ErrorCategory.WriteError,
        file);

    public static ErrorRecord FileNotRead(Exception cause, string file) => MakeRecord(
        new MaasException(ErrorIds.FileNotRead, $"{file} could not be read: {cause.Message}", cause),
        ErrorIds.FileNotRead,
        ErrorCategory.ReadError,
        file);

    public static MaasException DesignInvalid(IReadOnlyList<ValidationFinding> errors, string what)
    {
        const int Shown = 5;
        var more = errors.Count > Shown ? $"{Environment.NewLine}and {errors.Count - Shown} more." : "";
        var count = errors.Count == 1 ? "an error" : $"{errors.Count} errors";
        var shown = string.Join(Environment.NewLine, errors.Take(Shown));
        var text = $"{what} has {count}; Test-DrydockDesign shows them, -SkipDesignCheck goes on all the same.{Environment.NewLine}{shown}{more}";
        return new(ErrorIds.DesignInvalid, text);
    }

    /// <summary>The record of a failed step; its message names the node or part of the site.</summary>
    public static ErrorRecord StepFailed(DrydockStepResult result)
    {
        var error = result.Error ?? new NodeException(ErrorIds.UnexpectedError, $"{result} without a reason.");
        var record = error.ToErrorRecord((object?)result.Node ?? result.Target);
        var target = TerminalText.EscapeLine(result.Target);
        var text = record.ErrorDetails?.Message ?? error.Message;
        if (!text.Contains(target, StringComparison.Ordinal))
            record.ErrorDetails = new ErrorDetails($"{target}: {text}");
        return record;
    }

    /// <summary>The error that ends an import whose problems were each told as an error before it.</summary>
    public static ErrorRecord DocumentsRefused(DesignException refusal, object target, string summary)
    {
        var record = refusal.ToErrorRecord(target);
        record.ErrorDetails = new ErrorDetails(summary);
        return record;
    }

    public static ErrorRecord TaskFailed(DrydockTaskResult task, string reasons) =>
        MakeRecord(new MaasException(ErrorIds.TaskFailed, reasons), ErrorIds.TaskFailed, ErrorCategory.InvalidResult, task);

    public static ErrorRecord TaskDrifted(DrydockTaskResult task) => MakeRecord(
        new MaasException(
            ErrorIds.TaskDrifted,
            $"{task}: {task.Drifted} of {task.Nodes.Count} nodes are not as designed, which cannot be mended in the state their machines are in: "
                + $"{string.Join(", ", task.Nodes.Where(n => n.Verdict == DrydockTaskVerdict.Drifted).Take(20).Select(n => n.Name))}. "
                + "(Get-DrydockTask -Last).Nodes says why."),
        ErrorIds.TaskDrifted,
        ErrorCategory.InvalidResult,
        task);

    public static ErrorRecord GroupFailed(DrydockTaskGroup group) => MakeRecord(
        new MaasException(ErrorIds.GroupFailed, $"Group {group.Name}, which is not critical, did not succeed. {string.Join(" ", group.Reasons)}"),
        ErrorIds.GroupFailed,
        ErrorCategory.InvalidResult,
        group);

    public static ErrorRecord PortTaken(Exception cause, int port) => MakeRecord(
        new MaasException(ErrorIds.PortNotAvailable, $"The simulator cannot listen on port {port}: {cause.Message}", cause),
        ErrorIds.PortNotAvailable,
        ErrorCategory.ResourceUnavailable,
        port);

    /// <summary>The record of an exception; the target is what the user gave or knows.</summary>
    public static ErrorRecord ToErrorRecord(this Exception exception, object? target)
    {
        var record = exception switch
        {
            MaasApiException api => MakeRecord(api, api.ErrorId, GetCategory(api), target),
            DesignException design => MakeRecord(design, design.ErrorId, ErrorCategory.ParserError, target),
            MaasException known => MakeRecord(known, known.ErrorId, GetCategory(known.ErrorId), target),
            TimeoutException late => MakeRecord(late, ErrorIds.OperationTimedOut, ErrorCategory.OperationTimeout, target),
            OperationCanceledException late => MakeRecord(late, ErrorIds.OperationTimedOut, ErrorCategory.OperationTimeout, target),
            _ => MakeRecord(exception, ErrorIds.UnexpectedError, ErrorCategory.NotSpecified, target),
        };
        var body = exception as MaasApiException ?? exception.InnerException as MaasApiException;
        if (body is { FieldErrors.Count: 0 } && !string.IsNullOrWhiteSpace(body.Body) && !body.Body.TrimStart().StartsWith('<'))
            record.ErrorDetails = new ErrorDetails(WithBody(SafeText.Escape(exception.Message), SafeText.Escape(Shorten(body.Body.Trim()))));
        return record;
    }

    // What is shown of an error is its message, or its details in the place of that, and the name of its target.
    private static ErrorRecord MakeRecord(Exception exception, string errorId, ErrorCategory category, object? target)
    {
        var record = new ErrorRecord(exception, errorId, category, HideCredential(target));
        var text = SafeText.Escape(exception.Message);
        if (text != exception.Message)
            record.ErrorDetails = new ErrorDetails(text);
        record.CategoryInfo.TargetName = TerminalText.EscapeLine(record.CategoryInfo.TargetName);
        return record;
    }

    private static object? HideCredential(object? target) => target switch
    {
        string text => UrlCredential.Hide(text),
        IEnumerable<string> texts => texts.Select(UrlCredential.Hide).ToList(),
        Uri { IsAbsoluteUri: true, UserInfo.Length: > 0 } address => UrlCredential.Hide(address.OriginalString),
        _ => target,
    };

    private static string Shorten(string body)
    {
        const int Longest = 2000;
        return body.Length <= Longest ? body : body[..Longest] + " ...";
    }

    private static string WithBody(string message, string body) =>
        message.Contains(body, StringComparison.Ordinal) ? message : $"{message}{Environment.NewLine}MAAS: {body}";

    private static ErrorCategory GetCategory(MaasApiException exception) => exception.StatusCode switch
    {
        400 => ErrorCategory.InvalidArgument,
        401 => ErrorCategory.AuthenticationError,
        403 => ErrorCategory.PermissionDenied,
        404 or 410 => ErrorCategory.ObjectNotFound,
        409 => ErrorCategory.InvalidOperation,
        429 or 503 => ErrorCategory.ResourceUnavailable,
        >= 500 => ErrorCategory.InvalidResult,
        _ => ErrorCategory.NotSpecified,
    };

    private static ErrorCategory GetCategory(string errorId) => errorId switch
    {
        ErrorIds.InvalidUrl or ErrorIds.InvalidApiKey or ErrorIds.MachineNotNamed or ErrorIds.OtherServer => ErrorCategory.InvalidArgument,
        ErrorIds.ConnectionFailed or ErrorIds.NotMaas or ErrorIds.WriteUnanswered => ErrorCategory.ConnectionError,
        ErrorIds.CertificateNotTrusted => ErrorCategory.SecurityError,
        ErrorIds.AuthenticationFailed or ErrorIds.ClockSkew => ErrorCategory.AuthenticationError,
        ErrorIds.NotAdministrator => ErrorCategory.PermissionDenied,
        ErrorIds.UnsupportedVersion => ErrorCategory.NotImplemented,
        ErrorIds.RackControllerNotTouched or ErrorIds.MachineLocked => ErrorCategory.PermissionDenied,
        ErrorIds.WrongMachineState or ErrorIds.PowerNotCertain => ErrorCategory.InvalidOperation,
        ErrorIds.DesignInvalid or ErrorIds.InvalidSize => ErrorCategory.InvalidData,
        ErrorIds.AmbiguousMachine => ErrorCategory.InvalidData,
        ErrorIds.NotEnoughStorage or ErrorIds.UserDataTooLarge => ErrorCategory.LimitsExceeded,
        _ when errorId.EndsWith("NotFound", StringComparison.Ordinal) => ErrorCategory.ObjectNotFound,
        _ when errorId.EndsWith("TimedOut", StringComparison.Ordinal) => ErrorCategory.OperationTimeout,
        _ => ErrorCategory.InvalidResult,
    };
}
