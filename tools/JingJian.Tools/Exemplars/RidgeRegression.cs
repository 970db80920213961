namespace JingJian.Tools.Exemplars;

/// <summary>Least squares with a penalty on the weights, solved exactly.</summary>
/// <remarks>
/// <para><b>Source.</b> Hoerl and Kennard, 1970. Features are scaled to mean 0 and deviation 1 first, so that one penalty fits all; the
/// weights given back are those of the features as they are. A feature that never varies gets the weight 0.</para>
/// </remarks>
internal static class RidgeRegression
{
    /// <summary>Fits <c>intercept + weights · row</c> to the targets.</summary>
    public static (double Intercept, double[] Weights) Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> targets, double penalty)
    {
        int width = rows[0].Length;
        double[] means = [.. Enumerable.Range(0, width).Select(j => rows.Average(row => row[j]))];
        double[] scales = [.. Enumerable.Range(0, width).Select(j => Math.Sqrt(rows.Average(row => Math.Pow(row[j] - means[j], 2))))];
        double mean = targets.Average();
        var normal = new double[width, width];
        var right = new double[width];
        for (int i = 0; i < rows.Count; i++)
        {
            double[] scaled = [.. rows[i].Select((value, j) => scales[j] > 1e-9 ? (value - means[j]) / scales[j] : 0)];
            for (int j = 0; j < width; j++)
            {
                right[j] += scaled[j] * (targets[i] - mean);
                for (int k = 0; k <= j; k++)
                {
                    normal[j, k] += scaled[j] * scaled[k];
                }
            }
        }

        for (int j = 0; j < width; j++)
        {
            normal[j, j] += penalty;
        }

        double[] solved = Solve(normal, right);
        double[] weights = [.. solved.Select((weight, j) => scales[j] > 1e-9 ? weight / scales[j] : 0)];
        return (mean - weights.Select((weight, j) => weight * means[j]).Sum(), weights);
    }

    /// <summary>Cholesky: the lower half of a symmetric positive matrix is replaced by its factor.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int width = right.Length;
        for (int j = 0; j < width; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                double sum = matrix[j, k];
                for (int m = 0; m < k; m++)
                {
                    sum -= matrix[j, m] * matrix[k, m];
                }

                matrix[j, k] = j == k ? Math.Sqrt(sum) : sum / matrix[k, k];
            }
        }

        double[] solved = [.. right];
        for (int j = 0; j < width; j++)
        {
            for (int m = 0; m < j; m++)
            {
                solved[j] -= matrix[j, m] * solved[m];
            }

            solved[j] /= matrix[j, j];
        }

        for (int j = width - 1; j >= 0; j--)
        {
            for (int m = j + 1; m < width; m++)
            {
                solved[j] -= matrix[m, j] * solved[m];
            }

            solved[j] /= matrix[j, j];
        }

        return solved;
    }
}
