namespace JingJian.Text.Sequences;

/// <summary>Minimises a smooth convex function of many variables.</summary>
/// <remarks>
/// <para><b>Source.</b> Nocedal, Wright, <i>Numerical Optimization</i>, 2nd ed., algorithms 7.4 and 7.5 (L-BFGS), with six pairs.</para>
/// <para><b>Guarantee.</b> No step raises the value. The same function and start give the same bits.</para>
/// <para><b>Departures.</b> Steps are halved until the value falls enough (Armijo); a pair whose curvature is not positive is left out.</para>
/// </remarks>
internal sealed class LimitedMemory(LimitedMemory.Function function, int mostSteps, double tolerance)
{
    private const int Pairs = 6;
    private const int Period = 10;
    private const int MostHalvings = 30;
    private const double EnoughFall = 1e-4;

    private readonly LinkedList<(double[] Step, double[] Change, double Rho)> pairs = [];

    /// <summary>A function: returns its value and fills in its gradient.</summary>
    public delegate double Function(ReadOnlySpan<double> at, Span<double> gradient);

    /// <summary>Moves <paramref name="at"/> to the minimum, or near it.</summary>
    public void Minimise(double[] at, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        double[] gradient = new double[at.Length];
        double value = function(at, gradient);
        List<double> values = [value];
        for (int step = 0; step < mostSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] direction = Direction(gradient);
            if (!TryMove(at, direction, gradient, ref value))
            {
                return;
            }

            progress?.Report(value);
            values.Add(value);
            if (values.Count > Period && values[^(Period + 1)] - value < tolerance * Math.Abs(value))
            {
                return;
            }
        }
    }

    /// <summary>Goes along the direction until the value falls; false when it does not.</summary>
    private bool TryMove(double[] at, double[] direction, double[] gradient, ref double value)
    {
        double slope = Dot(gradient, direction);
        double length = pairs.Count == 0 ? 1 / Math.Max(1, Math.Sqrt(Dot(gradient, gradient))) : 1;
        double[] moved = new double[at.Length], newGradient = new double[at.Length];
        for (int halving = 0; halving < MostHalvings && slope < 0; halving++, length /= 2)
        {
            for (int i = 0; i < at.Length; i++)
            {
                moved[i] = at[i] + (length * direction[i]);
            }

            double newValue = function(moved, newGradient);
            if (newValue <= value + (EnoughFall * length * slope))
            {
                Remember(at, moved, gradient, newGradient);
                moved.CopyTo(at, 0);
                newGradient.CopyTo(gradient, 0);
                value = newValue;
                return true;
            }
        }

        return false;
    }

    private void Remember(double[] at, double[] moved, double[] gradient, double[] newGradient)
    {
        double[] step = new double[at.Length], change = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            step[i] = moved[i] - at[i];
            change[i] = newGradient[i] - gradient[i];
        }

        double curvature = Dot(step, change);
        if (curvature > 0)
        {
            pairs.AddFirst((step, change, 1 / curvature));
        }

        if (pairs.Count > Pairs)
        {
            pairs.RemoveLast();
        }
    }

    private double[] Direction(double[] gradient)
    {
        double[] direction = Array.ConvertAll(gradient, value => -value);
        Stack<double> factors = [];
        foreach ((double[] step, double[] change, double rho) in pairs)
        {
            double factor = rho * Dot(step, direction);
            factors.Push(factor);
            Rows.Add(direction, change, -factor);
        }

        if (pairs.First is { } newest)
        {
            double scale = 1 / (newest.Value.Rho * Dot(newest.Value.Change, newest.Value.Change));
            Rows.Add(direction, direction, scale - 1);
        }

        foreach ((double[] step, double[] change, double rho) in pairs.Reverse())
        {
            Rows.Add(direction, step, factors.Pop() - (rho * Dot(change, direction)));
        }

        return direction;
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
