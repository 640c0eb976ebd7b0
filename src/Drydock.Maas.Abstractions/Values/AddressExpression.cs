using System.Text.RegularExpressions;

namespace Drydock.Maas.Values;

/// <summary>Regular expressions of bus addresses, as aliases give them after regexp:. Time is linear where .NET can, and bounded where not.</summary>
internal static class AddressExpression
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether a text is an expression at all.</summary>
    public static bool IsValid(string expression)
    {
        try
        {
            _ = new Regex(expression, RegexOptions.CultureInvariant, Patience);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether an expression fits a whole address.</summary>
    public static bool Fits(string expression, string address) => IsMatch(address, $"^(?:{expression})$", RegexOptions.CultureInvariant);

    /// <summary>Whether an expression fits what an address begins with, in any case of letters, as Drydock looks for devices.</summary>
    public static bool FitsBeginning(string expression, string address) =>
        IsMatch(address, $"^(?:{expression})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    // One that takes too long fits nothing.
    private static bool IsMatch(string address, string pattern, RegexOptions options)
    {
        try
        {
            return Regex.IsMatch(address, pattern, options | RegexOptions.NonBacktracking, Patience);
        }
        catch (NotSupportedException)
        {
            return IsBacktrackingMatch(address, pattern, options);
        }
    }

    // What looks ahead, behind or back at a group has to be tried out.
    private static bool IsBacktrackingMatch(string address, string pattern, RegexOptions options)
    {
        try
        {
            return Regex.IsMatch(address, pattern, options, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
