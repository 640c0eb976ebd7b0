using System.Globalization;

namespace Drydock.Maas.Design;

/// <summary>A design could not be read or compiled; every problem found is listed.</summary>
public sealed class DesignException : MaasException
{
    private const int MostTold = 20;

    /// <summary>Makes the exception from what was found.</summary>
    /// <param name="problems">At least one problem.</param>
    public DesignException(IReadOnlyList<DesignProblem> problems)
        : base(GetErrorId(problems), Text(problems)) => Problems = problems;

    /// <summary>Makes the exception from one problem.</summary>
    public DesignException(DesignProblem problem)
        : this([problem])
    {
    }

    /// <summary>Everything found.</summary>
    public IReadOnlyList<DesignProblem> Problems { get; }

    private static string Text(IReadOnlyList<DesignProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var text = string.Join(Environment.NewLine, problems.Take(MostTold));
        return problems.Count <= MostTold ? text : string.Create(CultureInfo.InvariantCulture,
            $"{text}{Environment.NewLine}and {problems.Count - MostTold} more, all of them in Exception.Problems.");
    }

    private static string GetErrorId(IReadOnlyList<DesignProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return problems.Count > 0 ? problems[0].ErrorId : ErrorIds.DesignInvalid;
    }
}
